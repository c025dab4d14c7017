version = __version__ = "2.47.0"
version_tuple = __version_tuple__ = (2, 47, 0)
commit_id = __commit_id__ = None
