/// The third-party packages that a spec can't import, with what to do instead: data for the importer and for lint.
extension ThirdParty {
  /// The reason and the supported way, by the package's name.
  public static let refusals: [String: String] = [
    "gevent.pywsgi": noServer,
    "gevent.server": noServer,
    "gevent.backdoor": noServer,
    "gevent.socket": noSockets,
    "gevent.ssl": noSockets,
    "gevent.subprocess": "a spec starts no processes",
    "gevent.threadpool": "greenlets are enough: spawn them, or use gevent.pool.Pool",
    "gevent.util": "greenlets can't be looked into; use logging",
    "pandas": "read tables with csv.DictReader or json",
    "polars": "read tables with csv.DictReader or json",
    "openpyxl": "save the table as CSV and read it with csv.DictReader",
    "xlrd": "save the table as CSV and read it with csv.DictReader",
    "scipy": "draw random numbers with random, or with numpy.random as far as it is here",
    "matplotlib": noPictures,
    "PIL": "keep the pictures to upload as files beside the spec and read them with open()",
    "cv2": noPictures,
    "playwright": noBrowser,
    "selenium": noBrowser,
    "grpc": noProtocol,
    "google": "protocol buffers and gRPC are not spoken here; test an HTTP endpoint of the service",
    "websocket": noSockets,
    "websockets": noSockets,
    "socketio": noSockets,
    "paho": noProtocol,
    "stomp": noProtocol,
    "zmq": noProtocol,
    "pika": noBroker,
    "kafka": noBroker,
    "confluent_kafka": noBroker,
    "nats": noBroker,
    "aiohttp": noAsync,
    "httpx": "use self.client for measured requests, or requests for others",
    "trio": noAsync,
    "anyio": noAsync,
    "uvloop": noAsync,
    "pycurl": "use self.client for measured requests, or requests for others",
    "boto3": noCloud,
    "botocore": noCloud,
    "azure": noCloud,
    "openai": "call the service's HTTP interface through self.client",
    "anthropic": "call the service's HTTP interface through self.client",
    "redis": noDatabase,
    "pymongo": noDatabase,
    "psycopg2": noDatabase,
    "psycopg": noDatabase,
    "pymysql": noDatabase,
    "MySQLdb": noDatabase,
    "mysql": noDatabase,
    "sqlalchemy": noDatabase,
    "cassandra": noDatabase,
    "elasticsearch": noDatabase,
    "influxdb": noResults,
    "influxdb_client": noResults,
    "statsd": noResults,
    "opentelemetry": noResults,
    "ddtrace": noResults,
    "flask": noServer,
    "fastapi": noServer,
    "django": noServer,
    "uvicorn": noServer,
    "cryptography": "sign tokens with jwt; digests and MACs are in hashlib and hmac",
    "Crypto": "sign tokens with jwt; digests and MACs are in hashlib and hmac",
    "nacl": "sign tokens with jwt; digests and MACs are in hashlib and hmac",
    "paramiko": noProtocol,
    "psutil": "watch the machine from outside; the swarm reports its workers' CPU",
    "pytest": "a spec is run, not tested",
    "mimesis": "use faker",
    "pydantic": "use dataclasses",
    "attr": "use dataclasses",
    "attrs": "use dataclasses",
    "click": "use argparse, or the events.init_command_line_parser listeners",
    "jinja2": "use string.Template or f-strings",
    "msgpack": noFormat,
    "avro": noFormat,
    "html5lib": "use bs4 with html.parser or lxml",
    "locust_plugins": "what it adds is not here; write a User with a client of its own, and report with events.request",
  ]

  private static let noPictures = "a worker draws nothing; the reports have charts"
  private static let noBrowser = "there is no browser in a worker; make the requests of the page through self.client"
  private static let noProtocol = "only HTTP is spoken here"
  private static let noSockets = "sockets and WebSockets are not here; only HTTP is"
  private static let noBroker = "message brokers are not spoken to here; only HTTP is"
  private static let noAsync = "users already run concurrently; write plain functions, and gevent for more at once"
  private static let noCloud = "call the service's HTTP interface through self.client"
  private static let noDatabase = "read the data from csv or json files beside the spec"
  private static let noResults =
    "results go where the swarm's own reports go; prometheus_client counts what a spec counts"
  private static let noServer = "a spec makes requests and serves none"
  private static let noFormat = "send the body as json, or as bytes made with struct"
}
