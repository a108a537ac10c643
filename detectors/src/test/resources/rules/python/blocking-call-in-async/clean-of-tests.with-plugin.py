#@ path: tests/plugins/pictures.py
import urllib.request

from engine.plugins.interface import Plugin


class Pictures(Plugin):
    def prepare(self, request):
        return urllib.request.urlopen(request.url)
