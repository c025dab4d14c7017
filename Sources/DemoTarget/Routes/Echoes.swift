/// Routes that tell the client what it sent.
enum Echoes {
  static let routes: [Route] = [
    Route("/echo", []) { request, _ throws(Refusal) in
      .now(
        .json(
          .object([
            ("method", .string(request.method)),
            ("path", .string(request.path)),
            ("query", .string(request.query)),
            ("args", .grouped(request.parameters)),
            ("headers", .grouped(request.fields)),
            ("body", .string(String(decoding: request.body, as: UTF8.self))),
            ("bodyBytes", .integer(request.body.count)),
          ])))
    },
    Route("/upload", ["POST", "PUT"]) { request, _ throws(Refusal) in
      var members: [(String, JSON)] = [
        ("size", .integer(request.body.count)),
        ("sha256", .string(Digest.sha256(request.body))),
        ("crc32", .integer(Digest.crc32(request.body))),
      ]
      if request.mediaType == "multipart/form-data" {
        guard let parts = MultipartBody.parts(request.body, contentType: request.field("content-type") ?? "") else {
          throw .bad("the multipart body is malformed")
        }
        members.append(("parts", .array(parts.map { describe($0) })))
      }
      return .now(.json(.object(members)))
    },
  ]

  private static func describe(_ part: MultipartBody.Part) -> JSON {
    .object([
      ("name", part.name.map { .string($0) } ?? .null),
      ("filename", part.filename.map { .string($0) } ?? .null),
      ("contentType", part.contentType.map { .string($0) } ?? .null),
      ("size", .integer(part.body.count)),
      ("sha256", .string(Digest.sha256(part.body))),
    ])
  }
}
