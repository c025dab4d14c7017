import CXML
import Lang

/// What `_libxml` does with whole documents: walking, XPath, writing.
enum MarkupQueries {
  static func add(_ module: Namespace) {
    module.function("walk", "node") { (a) throws(Raised) -> Value in
      let node = try MarkupModule.of(a[0])
      let events = List.make()
      try walk(node.document, into: events)
      return events
    }
    // Nodes, texts, a float, a bool or a text.
    module.function("xpath", "node, expression, namespaces, variables") { (a) throws(Raised) -> Value in
      let node = try MarkupModule.of(a[0])
      guard let context = xmlXPathNewContext(node.document.pointer) else { return .none }
      defer { xmlXPathFreeContext(context) }
      context.pointee.node = node.pointer
      for (prefix, uri) in Dict.pairs(a[2]) {
        xmlXPathRegisterNs(context, Str.swift(prefix), Str.swift(uri))
      }
      for (name, value) in Dict.pairs(a[3]) {
        let object: xmlXPathObjectPtr?
        if value.isBool {
          object = xmlXPathNewBoolean(value.isTrue ? 1 : 0)
        } else if value.isKind(.str) {
          object = xmlXPathNewCString(Str.swift(value))
        } else {
          object = xmlXPathNewFloat(value.isFloat ? value.double : Double(try Operations.index(value)))
        }
        xmlXPathRegisterVariable(context, Str.swift(name), object)
      }
      // The failure is read from the context; it isn't to be printed.
      context.pointee.error = { _, _ in }
      guard let result = xmlXPathEvalExpression(Str.swift(a[1]), context) else {
        let code = Int(context.pointee.lastError.code) - Int(XML_XPATH_EXPRESSION_OK.rawValue)
        xmlResetLastError()
        throw raise(.valueError, messages.indices.contains(code) ? messages[code] : "Invalid expression")
      }
      defer { xmlXPathFreeObject(result) }
      return value(result, node.document)
    }
    module.function("serialize", "node, method, pretty") { (a) throws(Raised) -> Value in
      let node = try MarkupModule.of(a[0])
      guard let buffer = xmlBufferCreate() else { return Str.empty }
      defer { xmlBufferFree(buffer) }
      let isPretty: Int32 = try Operations.truth(a[2]) ? 1 : 0
      if Str.swift(a[1]) == "html" {
        guard let output = xmlOutputBufferCreateBuffer(buffer, nil) else { return Str.empty }
        htmlNodeDumpFormatOutput(output, node.document.pointer, node.pointer, "UTF-8", isPretty)
        xmlOutputBufferClose(output)
      } else {
        xmlNodeDump(buffer, node.document.pointer, node.pointer, 0, isPretty)
      }
      return MarkupModule.text(xmlBufferContent(buffer))
    }
  }

  /// What lxml says for libxml2's XPath errors, by their numbers.
  private static let messages = [
    "Ok", "Number encoding error", "Unfinished literal", "Start of literal", "Expected $ for variable reference",
    "Undefined variable", "Invalid predicate", "Invalid expression", "Missing closing curly brace",
    "Unregistered function", "Invalid operand", "Invalid type", "Invalid number of arguments", "Invalid context size",
    "Invalid context position", "Memory allocation error", "Syntax error", "Resource error", "Sub resource error",
    "Undefined namespace prefix", "Encoding error", "Char out of XML range",
  ]

  private static func value(_ result: xmlXPathObjectPtr, _ document: MarkupModule.Document) -> Value {
    switch result.pointee.type {
    case XPATH_BOOLEAN: return Value(result.pointee.boolval != 0)
    case XPATH_NUMBER: return Value(result.pointee.floatval)
    case XPATH_STRING: return MarkupModule.text(result.pointee.stringval)
    default: break
    }
    let list = List.make()
    guard let set = result.pointee.nodesetval, let nodes = set.pointee.nodeTab else { return list }
    for index in 0..<Int(set.pointee.nodeNr) {
      guard let node = nodes[index] else { continue }
      switch node.pointee.type {
      case XML_ELEMENT_NODE, XML_COMMENT_NODE, XML_PI_NODE:
        List.append(list, MarkupModule.make(node, of: document))
      case XML_ATTRIBUTE_NODE, XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        let content = MarkupModule.owned(xmlNodeGetContent(node))
        List.append(list, content.isNone ? Str.empty : content)
      default: break
      }
    }
    return list
  }

  /// Appends what a document consists of, in order: tuples of a kind and what it carries.
  private static func walk(_ document: MarkupModule.Document, into events: Value) throws(Raised) {
    let start = Str.make("start")
    let end = Tuple.make([Str.make("end")])
    let kinds = [
      XML_COMMENT_NODE.rawValue: Str.make("comment"), XML_PI_NODE.rawValue: Str.make("pi"),
      XML_TEXT_NODE.rawValue: Str.make("text"), XML_CDATA_SECTION_NODE.rawValue: Str.make("text"),
    ]
    var next = document.pointer.pointee.children
    var depth = 0
    while let node = next {
      if node.pointee.type == XML_ELEMENT_NODE {
        let attributes = List.make()
        var property = node.pointee.properties
        while let attribute = property {
          let value = MarkupModule.owned(xmlNodeListGetString(document.pointer, attribute.pointee.children, 1))
          let prefix = attribute.pointee.ns?.pointee.prefix.map { String(cString: $0) + ":" } ?? ""
          let name = attribute.pointee.name.map { String(cString: $0) } ?? ""
          List.append(attributes, Tuple.make(Str.make(prefix + name), value.isNone ? Str.empty : value))
          property = attribute.pointee.next
        }
        var declared = node.pointee.nsDef
        while let namespace = declared {
          let prefix = namespace.pointee.prefix.map { "xmlns:" + String(cString: $0) } ?? "xmlns"
          List.append(attributes, Tuple.make(Str.make(prefix), MarkupModule.text(namespace.pointee.href)))
          declared = namespace.pointee.next
        }
        let prefix = MarkupModule.text(node.pointee.ns?.pointee.prefix)
        let namespace = MarkupModule.text(node.pointee.ns?.pointee.href)
        List.append(events, Tuple.make([start, MarkupModule.text(node.pointee.name), attributes, prefix, namespace]))
        if let child = node.pointee.children {
          depth += 1
          next = child
          continue
        }
        List.append(events, end)
      } else if let kind = kinds[node.pointee.type.rawValue] {
        List.append(events, Tuple.make([kind, MarkupModule.text(node.pointee.content)]))
      }
      var last = node
      next = last.pointee.next
      while next == nil, depth > 0, let parent = last.pointee.parent {
        List.append(events, end)
        depth -= 1
        last = parent
        next = last.pointee.next
      }
    }
  }
}
