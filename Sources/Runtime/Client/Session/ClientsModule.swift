import Lang

/// The module `locust.clients`, and the classes of `requests` that it is made of.
enum ClientsModule {
  /// `CaseInsensitiveDict`, `RequestsCookieJar`, `CookieConflictError`, `Response`, `PreparedRequest` and `Session`, for the modules that name them.
  nonisolated(unsafe) private(set) static var shared: [String: Value] = [:]

  static func build(_ module: Namespace) throws(Raised) {
    let (response, managed) = ResponseType.define()
    let (session, counted) = SessionType.define()
    shared = [
      "CaseInsensitiveDict": HeaderMap.define().value, "RequestsCookieJar": CookieJarType.define().value,
      "Response": response.value, "PreparedRequest": PreparedRequest.define().value,
      "Session": session.value,
    ]
    shared["CookieConflictError"] = CookieJarType.conflict
    module["HttpSession"] = counted.value
    module["ResponseContextManager"] = managed.value
    // What `rest()` gives in Locust, for annotations.
    module["RestResponseContextManager"] =
      Types.define("RestResponseContextManager", module: "locust.clients", bases: [managed], hasAttributes: true).value
    for (name, value) in shared { module[name] = value }
  }
}
