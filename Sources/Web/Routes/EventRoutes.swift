import Hummingbird
import NIOCore

/// Live updates as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
extension RouteTable {
  /// How often a quiet connection is tried, in looks.
  private static let looksPerPing = 60

  func addEvents(to group: RouterGroup<WebContext>) {
    let (room, feed, access) = (room, feed, access)
    group.get("/api/v1/events") { request, context in
      let session = context.visitor?.session == nil ? nil : request.cookies[Access.cookie]?.value
      return Response(
        status: .ok, headers: [.contentType: "text/event-stream"],
        body: .init { writer in
          var number = 0
          var quiet = 0
          while !Task.isCancelled {
            // Who has logged out, or was taken out of the password file, hears no more.
            if let session, !access.isLoggedIn(session) { break }
            let next = feed.events(after: number, room.snapshot)
            number = next.number
            for event in next.events {
              var buffer = ByteBuffer()
              buffer.reserveCapacity(event.count + 8)
              buffer.writeStaticString("data: ")
              buffer.writeBytes(event)
              buffer.writeStaticString("\n\n")
              try await writer.write(buffer)
            }
            quiet = next.events.isEmpty ? quiet + 1 : 0
            if quiet >= RouteTable.looksPerPing {
              quiet = 0
              try await writer.write(ByteBuffer(string: ": still here\n\n"))
            }
            try await Task.sleep(for: .milliseconds(250))
          }
          try await writer.finish(nil)
        })
    }
  }
}
