import Hummingbird

/// Logging in and out.
extension RouteTable {
  func addLogin(to group: RouterGroup<WebContext>) {
    let (access, basePath) = (access, options.basePath)
    group.get("/login") { _, context in
      guard access.isOn, context.visitor == nil else {
        return Response(status: .seeOther, headers: [.location: basePath + "/"])
      }
      return Asset.page("login.html", basePath: basePath)
    }
    group.post("/login") { request, context in
      let form = try await Form(request)
      switch access.login(form["username"] ?? "", form["password"] ?? "", from: context.peer) {
      case .accepted(let id):
        return Response(
          status: .seeOther,
          headers: [.location: basePath + "/", .setCookie: access.cookieHeader(id, basePath: basePath)])
      case .refused:
        return Asset.page(
          "login.html", basePath: basePath, status: .unauthorized, message: "Wrong name or password.")
      case .blocked:
        return Asset.page(
          "login.html", basePath: basePath, status: .tooManyRequests,
          message: "Too many wrong passwords. Wait a minute.")
      }
    }
    group.post("/logout") { request, _ in
      access.logout(request)
      return Response(
        status: .seeOther,
        headers: [.location: basePath + "/login", .setCookie: access.cookieHeader("", basePath: basePath)])
    }
  }
}
