import CXML
import Lang

/// The module `_libxml`: documents that libxml2 has read; `lxml` and `bs4`, in Python, are built on it.
///
/// Nodes are read only. Each is one object however often it is asked for, and keeps its whole document alive.
enum MarkupModule {
  /// A document and the objects that stand for its nodes.
  final class Document {
    let pointer: xmlDocPtr
    var nodes: [UnsafeMutableRawPointer: Value] = [:]

    init(_ pointer: xmlDocPtr) { self.pointer = pointer }

    deinit { xmlFreeDoc(pointer) }
  }

  /// What is behind a node's object.
  final class Node: Payload {
    let document: Document
    let pointer: xmlNodePtr

    init(_ pointer: xmlNodePtr, of document: Document) {
      self.pointer = pointer
      self.document = document
    }

    override func trace() { for node in document.nodes.values { Heap.mark(node) } }
  }

  private nonisolated(unsafe) static var cls: Class! = nil

  static func build(_ module: Namespace) throws(Raised) {
    let cls = Types.define("Node", module: "_libxml", hasAttributes: true)
    self.cls = cls
    xmlInitParser()
    silenceXML()
    // A document can't bring in files by its entities.
    xmlSetExternalEntityLoader { _, _, _ in nil }
    addParsing(module)
    addReading(cls)
    MarkupQueries.add(module)
  }

  /// The object for a node.
  static func make(_ pointer: xmlNodePtr?, of document: Document) -> Value {
    guard let pointer else { return .none }
    if let known = document.nodes[UnsafeMutableRawPointer(pointer)] { return known }
    let value = Native.make(cls, Node(pointer, of: document))
    document.nodes[UnsafeMutableRawPointer(pointer)] = value
    return value
  }

  static func of(_ value: Value) throws(Raised) -> Node {
    guard let node = Native.payload(value, as: Node.self) else {
      throw raise(.typeError, "a node is required, not '\(Types.name(value))'")
    }
    return node
  }

  /// A text of libxml2 as Python's.
  static func text(_ pointer: UnsafePointer<xmlChar>?) -> Value {
    guard let pointer else { return .none }
    return Str.make(UnsafeBufferPointer(start: pointer, count: Int(xmlStrlen(pointer))))
  }

  /// A text that is ours to free.
  static func owned(_ pointer: UnsafeMutablePointer<xmlChar>?) -> Value {
    guard let pointer else { return .none }
    defer { freeXMLText(pointer) }
    return text(pointer)
  }

  // MARK: Reading documents

  private static func addParsing(_ module: Namespace) {
    // The root of an HTML document, with whatever is missing in it added; None for an empty one.
    module.function("html", "source, encoding=None") { (a) throws(Raised) -> Value in
      let bytes = try source(a[0])
      let encoding = a[0].isKind(.str) ? "UTF-8" : a.optional(1).flatMap { $0.isNone ? nil : Str.swift($0) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
      let document = bytes.withUnsafeBytes { buffer in
        htmlReadMemory(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, encoding,
          Int32(options))
      }
      xmlResetLastError()
      return root(document)
    }
    // The root of an XML document; a tuple of message, line and column when it is none.
    module.function("xml", "source, recover=False, strip=False") { (a) throws(Raised) -> Value in
      let bytes = try source(a[0])
      var options =
        XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_NOENT.rawValue
      if let recover = a.optional(1), try Operations.truth(recover) { options |= XML_PARSE_RECOVER.rawValue }
      if let strip = a.optional(2), try Operations.truth(strip) { options |= XML_PARSE_NOBLANKS.rawValue }
      let encoding = a[0].isKind(.str) ? "UTF-8" : nil
      let document = bytes.withUnsafeBytes { buffer in
        xmlReadMemory(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, encoding,
          Int32(options))
      }
      let result = root(document)
      defer { xmlResetLastError() }
      guard result.isNone, let error = xmlGetLastError() else { return result }
      let message = error.pointee.message.map { String(cString: $0).trimmingEnd() } ?? "Document is empty"
      return Tuple.make([
        Str.make(message), Value(small: Int(error.pointee.line)), Value(small: Int(error.pointee.int2)),
      ])
    }
  }

  private static func source(_ value: Value) throws(Raised) -> [UInt8] {
    if value.isKind(.str) { return Array(Str.bytes(value)) }
    guard value.isKind(.bytes) else {
      throw raise(.typeError, "a document is str or bytes, not '\(Types.name(value))'")
    }
    return BytesValue.bytes(value)
  }

  private static func root(_ pointer: xmlDocPtr?) -> Value {
    guard let pointer else { return .none }
    let document = Document(pointer)
    Heap.charge(4096)
    return make(xmlDocGetRootElement(pointer), of: document)
  }

  // MARK: Nodes

  /// The kind of a node for Python: its name for an element, else what it is.
  private static func kind(_ node: xmlNodePtr) -> String {
    switch node.pointee.type {
    case XML_ELEMENT_NODE: "element"
    case XML_COMMENT_NODE: "comment"
    case XML_PI_NODE: "pi"
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: "text"
    case XML_ENTITY_REF_NODE: "entity"
    default: "other"
    }
  }

  private static func isText(_ node: xmlNodePtr) -> Bool {
    node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
  }

  private static func isShown(_ node: xmlNodePtr) -> Bool {
    [XML_ELEMENT_NODE, XML_COMMENT_NODE, XML_PI_NODE].contains(node.pointee.type)
  }

  /// The text from a node on, up to the first that is no text; `None` for none.
  private static func run(from first: xmlNodePtr?) -> Value {
    var bytes: [UInt8] = []
    var next = first
    var isAny = false
    while let node = next, isText(node) {
      if let content = node.pointee.content {
        bytes += UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
      }
      isAny = true
      next = node.pointee.next
    }
    return isAny ? Str.make(bytes) : .none
  }

  /// A name as lxml writes it: `{namespace}name`, or just the name.
  private static func name(_ name: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) -> Value {
    guard let href = namespace?.pointee.href else { return text(name) }
    return Str.make("{\(String(cString: href))}\(name.map { String(cString: $0) } ?? "")")
  }

  private static func addReading(_ cls: Class) {
    func reading(_ name: String, _ read: @escaping (Node) throws(Raised) -> Value) {
      cls.reading(name, of: Node.self, read)
    }
    reading("kind") { (node) throws(Raised) -> Value in Str.make(kind(node.pointer)) }
    reading("name") { (node) throws(Raised) -> Value in name(node.pointer.pointee.name, node.pointer.pointee.ns) }
    reading("prefix") { (node) throws(Raised) -> Value in text(node.pointer.pointee.ns?.pointee.prefix) }
    reading("line") { (node) throws(Raised) -> Value in Integer.make(xmlGetLineNo(node.pointer)) }
    reading("content") { (node) throws(Raised) -> Value in owned(xmlNodeGetContent(node.pointer)) }
    reading("text") { (node) throws(Raised) -> Value in
      node.pointer.pointee.type == XML_ELEMENT_NODE
        ? run(from: node.pointer.pointee.children) : text(node.pointer.pointee.content)
    }
    reading("tail") { (node) throws(Raised) -> Value in run(from: node.pointer.pointee.next) }
    reading("parent") { (node) throws(Raised) -> Value in
      let parent = node.pointer.pointee.parent
      return parent?.pointee.type == XML_ELEMENT_NODE ? make(parent, of: node.document) : .none
    }
    reading("children") { (node) throws(Raised) -> Value in
      let list = List.make()
      var next = node.pointer.pointee.type == XML_ELEMENT_NODE ? node.pointer.pointee.children : nil
      while let child = next {
        if isShown(child) { List.append(list, make(child, of: node.document)) }
        next = child.pointee.next
      }
      return list
    }
    reading("attributes") { (node) throws(Raised) -> Value in
      let dict = Dict.make()
      guard node.pointer.pointee.type == XML_ELEMENT_NODE else { return dict }
      var next = node.pointer.pointee.properties
      while let attribute = next {
        let value = owned(xmlNodeListGetString(node.document.pointer, attribute.pointee.children, 1))
        try Dict.set(dict, name(attribute.pointee.name, attribute.pointee.ns), value.isNone ? Str.empty : value)
        next = attribute.pointee.next
      }
      return dict
    }
    reading("namespaces") { (node) throws(Raised) -> Value in
      let dict = Dict.make()
      var next: xmlNodePtr? = node.pointer
      while let element = next, element.pointee.type == XML_ELEMENT_NODE {
        var definition = element.pointee.nsDef
        while let namespace = definition {
          let prefix = text(namespace.pointee.prefix)
          if try Dict.get(dict, prefix) == nil { try Dict.set(dict, prefix, text(namespace.pointee.href)) }
          definition = namespace.pointee.next
        }
        next = element.pointee.parent
      }
      return dict
    }
    reading("doctype") { (node) throws(Raised) -> Value in
      guard let subset = xmlGetIntSubset(node.document.pointer) else { return .none }
      return Tuple.make([
        text(subset.pointee.name), text(subset.pointee.ExternalID), text(subset.pointee.SystemID),
      ])
    }
  }
}
