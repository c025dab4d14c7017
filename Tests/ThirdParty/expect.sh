#!/bin/sh
# Writes the expected outputs anew, by running the programs under CPython 3.11 with the real packages:
#   Tests/ThirdParty/expect.sh FOLDER_FOR_A_VENV
set -e
cd "$(dirname "$0")"
python3 -m venv "$1"
"$1/bin/pip" install -q requests gevent faker beautifulsoup4 lxml pyquery cssselect python-dotenv pyyaml 'pyjwt[crypto]' \
  'python-dateutil<3' numpy pytz prometheus_client tabulate ujson orjson simplejson colorama
for program in *.py; do
  TZ=UTC "$1/bin/python" -W ignore "$program" > "${program%.py}.txt" 2> /dev/null
done
