/// A request that gets an error status instead of what it asked for.
struct Refusal: Error {
  let status: Int
  let message: String
  var fields: [(String, String)] = []

  static func bad(_ message: String) -> Refusal { Refusal(status: 400, message: message) }

  var response: Response {
    var response = Response.text(message + "\n", status: status)
    response.fields += fields
    return response
  }
}
