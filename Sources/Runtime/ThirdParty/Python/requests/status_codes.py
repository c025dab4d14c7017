from requests.codes import codes
