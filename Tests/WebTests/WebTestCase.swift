import Foundation
import FoundationNetworking
import Web
import XCTest

/// Starts servers on free ports and asks them as a client does, redirects not followed.
class WebTestCase: XCTestCase {
  struct Answer {
    let status: Int
    let headers: [String: String]
    let data: Data
    var text: String { String(decoding: data, as: UTF8.self) }
  }

  final class Running: NSObject, URLSessionTaskDelegate, @unchecked Sendable {
    let server: WebServer
    private var session: URLSession!

    init(_ server: WebServer) {
      self.server = server
      super.init()
      let configuration = URLSessionConfiguration.ephemeral
      configuration.httpShouldSetCookies = false
      session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    }

    func urlSession(
      _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
      newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }

    func send(_ method: String, _ path: String, _ headers: [String: String], _ body: String?) async throws -> Answer {
      var request = URLRequest(url: URL(string: "http://127.0.0.1:\(server.port)\(path)")!)
      request.httpMethod = method
      request.httpBody = body.map { Data($0.utf8) }
      request.timeoutInterval = 10
      if body != nil { request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type") }
      for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
      let (data, response) = try await session.data(for: request)
      let http = response as! HTTPURLResponse
      var fields: [String: String] = [:]
      for (name, value) in http.allHeaderFields { fields["\(name)"] = "\(value)" }
      return Answer(status: http.statusCode, headers: fields, data: data)
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
      try await send("GET", path, headers, nil)
    }

    func post(_ path: String, _ body: String = "", _ headers: [String: String] = [:]) async throws -> Answer {
      try await send("POST", path, headers, body)
    }
  }

  private var servers: [WebServer] = []

  func start(_ room: FakeRoom, basePath: String = "", _ change: (inout WebOptions) -> Void = { _ in }) async throws
    -> Running
  {
    var options = WebOptions()
    options.host = "127.0.0.1"
    options.port = 0
    options.basePath = basePath
    change(&options)
    let server = try await WebServer.start(room, options)
    servers.append(server)
    return Running(server)
  }

  override func tearDown() async throws {
    for server in servers { await server.stop() }
    servers = []
  }
}
