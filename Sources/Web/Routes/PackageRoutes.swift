import Hummingbird
import NIOPosix

/// The program for new machines.
extension RouteTable {
  func addPackage(to group: RouterGroup<WebContext>) {
    guard let package else { return }
    let files = FileIO(threadPool: .singleton)
    group.get(RouterPath(package.route)) { _, context in
      Response(
        status: .ok, headers: [.contentType: "application/gzip"],
        body: try await files.loadFile(path: package.path, context: context))
    }
  }
}
