from threading import local
