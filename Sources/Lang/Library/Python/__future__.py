"""The features that are always on: importing them says nothing new."""
annotations = division = absolute_import = print_function = unicode_literals = generator_stop = True
nested_scopes = generators = with_statement = True
