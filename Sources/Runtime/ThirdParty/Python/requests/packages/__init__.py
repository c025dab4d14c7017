import requests.packages.urllib3
