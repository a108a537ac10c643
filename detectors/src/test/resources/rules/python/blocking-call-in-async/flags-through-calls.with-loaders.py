#@ path: python/engine/entrypoints/loaders.py
import requests


def read_template(name):
    with open(name) as file:
        return file.read()


def fetch_image(url):
    return download(url)


def download(url):
    return requests.get(url).content
