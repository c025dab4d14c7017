/// Pages that are always the same, and the count of requests.
enum Pages {
  static let routes: [Route] = [
    Route("/") { _, _ throws(Refusal) in .now(index) },
    Route("/index.html") { _, _ throws(Refusal) in .now(index) },
    Route("/json") { _, _ throws(Refusal) in .now(json) },
    Route("/routes") { _, _ throws(Refusal) in
      .now(
        .json(
          .array(
            Router.routes.map { route in
              .object([("path", .string(route.pattern)), ("methods", .array(route.methods.map { .string($0) }))])
            })))
    },
    Route("/counter") { _, site throws(Refusal) in .now(.json(site.counter)) },
  ]

  static let index = Response.html(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Katydid's demo target</title></head>
    <body>
    <h1>Katydid's demo target</h1>
    <p>A server to aim load tests at. Some places to go:</p>
    <ul>
    <li><a href="/json">/json</a></li>
    <li><a href="/echo">/echo</a></li>
    <li><a href="/login">/login</a></li>
    <li><a href="/redirect/3">/redirect/3</a></li>
    <li><a href="/delay/0.5">/delay/0.5</a></li>
    <li><a href="/routes">all of them</a></li>
    </ul>
    </body>
    </html>

    """)

  static let json = Response.json(
    .object([
      ("name", .string("katydid")), ("kind", .string("insect")), ("wings", .integer(4)),
      ("sings", .bool(true)), ("tags", .array([.string("green"), .string("loud")])),
    ]))
}
