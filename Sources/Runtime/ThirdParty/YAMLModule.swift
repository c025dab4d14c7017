import CYAML
import Lang

/// The module `_libyaml`: YAML 1.1 as events, which libyaml reads and writes; `yaml`, in Python, is built on it.
///
/// An event is a tuple: its kind, anchor, tag, whether the tag is implied (for scalars a pair: plain, quoted), value,
/// style, and where it begins and ends (line, column and index from 0).
enum YAMLModule {
  static func build(_ module: Namespace) throws(Raised) {
    // The events of a text, and what is wrong with the rest of it: None, or a tuple of kind, context, context's mark,
    // problem, problem's mark.
    module.function("events", "text") { (a) throws(Raised) -> Value in
      let text = a[0].isKind(.str) ? Array(Str.bytes(a[0])) : BytesValue.bytes(a[0])
      return parse(text)
    }
    module.function("emit", "events, indent, width, canonical, allow_unicode") { (a) throws(Raised) -> Value in
      let emitter = Emitter()
      emitter.set(
        indent: try Operations.index(a[1]), width: try Operations.index(a[2]),
        isCanonical: try Operations.truth(a[3]), allowsUnicode: try Operations.truth(a[4]))
      try Iteration.forEach(a[0]) { (event) throws(Raised) in try emitter.emit(Array(Tuple.items(event))) }
      return Str.make(emitter.bytes)
    }
  }

  // MARK: Reading

  private static func parse(_ text: [UInt8]) -> Value {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return Tuple.make(List.make(), .none) }
    defer { yaml_parser_delete(&parser) }
    let events = List.make()
    let problem = text.withUnsafeBufferPointer { buffer -> Value in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var isDone = false
      var depth = 0
      while !isDone {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return fault(&parser) }
        List.append(events, tuple(&event))
        isDone = event.type == YAML_STREAM_END_EVENT
        switch event.type {
        case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: depth += 1
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: depth -= 1
        default: break
        }
        // Whoever makes values of it couldn't go deeper; libyaml takes the longer the deeper it is.
        if depth > 1000 { isDone = true }
        yaml_event_delete(&event)
      }
      return .none
    }
    return Tuple.make(events, problem)
  }

  private static func fault(_ parser: inout yaml_parser_t) -> Value {
    let kind =
      switch parser.error {
      case YAML_READER_ERROR: "reader"
      case YAML_SCANNER_ERROR: "scanner"
      case YAML_PARSER_ERROR: "parser"
      default: "memory"
      }
    func text(_ pointer: UnsafePointer<CChar>?) -> Value { pointer.map { Str.make(String(cString: $0)) } ?? .none }
    return Tuple.make([
      Str.make(kind), text(parser.context), mark(parser.context_mark), text(parser.problem),
      mark(parser.problem_mark), Integer.make(Int(parser.problem_offset)), Integer.make(Int(parser.problem_value)),
    ])
  }

  private static func mark(_ mark: yaml_mark_t) -> Value {
    Tuple.make([Integer.make(Int(mark.line)), Integer.make(Int(mark.column)), Integer.make(Int(mark.index))])
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> Value {
    guard let pointer else { return .none }
    return Str.make(String(cString: pointer))
  }

  private static func tuple(_ event: inout yaml_event_t) -> Value {
    var kind = ""
    var anchor = Value.none
    var tag = Value.none
    var isImplied = Value.none
    var value = Value.none
    var style = 0
    switch event.type {
    case YAML_STREAM_START_EVENT: kind = "stream start"
    case YAML_STREAM_END_EVENT: kind = "stream end"
    case YAML_DOCUMENT_START_EVENT:
      kind = "document start"
      isImplied = Value(event.data.document_start.implicit != 0)
    case YAML_DOCUMENT_END_EVENT:
      kind = "document end"
      isImplied = Value(event.data.document_end.implicit != 0)
    case YAML_ALIAS_EVENT:
      kind = "alias"
      anchor = text(event.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      kind = "scalar"
      let scalar = event.data.scalar
      anchor = text(scalar.anchor)
      tag = text(scalar.tag)
      isImplied = Tuple.make(Value(scalar.plain_implicit != 0), Value(scalar.quoted_implicit != 0))
      value = Str.make(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
      style = Int(scalar.style.rawValue)
    case YAML_SEQUENCE_START_EVENT:
      kind = "sequence start"
      let sequence = event.data.sequence_start
      anchor = text(sequence.anchor)
      tag = text(sequence.tag)
      isImplied = Value(sequence.implicit != 0)
      style = Int(sequence.style.rawValue)
    case YAML_SEQUENCE_END_EVENT: kind = "sequence end"
    case YAML_MAPPING_START_EVENT:
      kind = "mapping start"
      let mapping = event.data.mapping_start
      anchor = text(mapping.anchor)
      tag = text(mapping.tag)
      isImplied = Value(mapping.implicit != 0)
      style = Int(mapping.style.rawValue)
    case YAML_MAPPING_END_EVENT: kind = "mapping end"
    default: break
    }
    return Tuple.make([
      Str.make(kind), anchor, tag, isImplied, value, Value(small: style), mark(event.start_mark), mark(event.end_mark),
    ])
  }

  // MARK: Writing

  private final class Emitter {
    private var emitter = yaml_emitter_t()
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    init() {
      yaml_emitter_initialize(&emitter)
      yaml_emitter_set_encoding(&emitter, YAML_UTF8_ENCODING)
      yaml_emitter_set_output(
        &emitter,
        { data, buffer, count in
          guard let data else { return 0 }
          let emitter = Unmanaged<Emitter>.fromOpaque(data).takeUnretainedValue()
          emitter.bytes += UnsafeBufferPointer(start: buffer, count: count)
          return 1
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { yaml_emitter_delete(&emitter) }

    func set(indent: Int, width: Int, isCanonical: Bool, allowsUnicode: Bool) {
      yaml_emitter_set_indent(&emitter, Int32(clamping: indent))
      yaml_emitter_set_width(&emitter, Int32(clamping: width))
      yaml_emitter_set_canonical(&emitter, isCanonical ? 1 : 0)
      yaml_emitter_set_unicode(&emitter, allowsUnicode ? 1 : 0)
    }

    /// Writes an event: kind, anchor, tag, implied, value, style.
    func emit(_ parts: [Value]) throws(Raised) {
      var event = yaml_event_t()
      func bytes(_ value: Value) -> [UInt8]? { value.isKind(.str) ? Array(Str.bytes(value)) + [0] : nil }
      var anchor = bytes(parts[1])
      var tag = bytes(parts[2])
      let style = UInt32(clamping: try Operations.index(parts[5]))
      func isSet(_ value: Value) -> Int32 { value.isTrue ? 1 : 0 }
      func optional<Result>(
        _ bytes: inout [UInt8]?, _ body: (UnsafeMutablePointer<UInt8>?) -> Result
      ) -> Result {
        guard bytes != nil else { return body(nil) }
        return bytes?.withUnsafeMutableBufferPointer { body($0.baseAddress) } ?? body(nil)
      }
      switch Str.swift(parts[0]) {
      case "stream start": yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING)
      case "stream end": yaml_stream_end_event_initialize(&event)
      case "document start": yaml_document_start_event_initialize(&event, nil, nil, nil, isSet(parts[3]))
      case "document end": yaml_document_end_event_initialize(&event, isSet(parts[3]))
      case "alias": _ = optional(&anchor) { yaml_alias_event_initialize(&event, $0) }
      case "scalar":
        let implied = Tuple.items(parts[3])
        var value = Array(Str.bytes(parts[4])) + [0]
        let count = Int32(clamping: value.count - 1)
        _ = optional(&anchor) { anchor in
          optional(&tag) { tag in
            yaml_scalar_event_initialize(
              &event, anchor, tag, &value, count, isSet(implied[0]), isSet(implied[1]), yaml_scalar_style_t(style))
          }
        }
      case "sequence start":
        _ = optional(&anchor) { anchor in
          optional(&tag) { tag in
            yaml_sequence_start_event_initialize(
              &event, anchor, tag, isSet(parts[3]), yaml_sequence_style_t(style))
          }
        }
      case "sequence end": yaml_sequence_end_event_initialize(&event)
      case "mapping start":
        _ = optional(&anchor) { anchor in
          optional(&tag) { tag in
            yaml_mapping_start_event_initialize(&event, anchor, tag, isSet(parts[3]), yaml_mapping_style_t(style))
          }
        }
      case "mapping end": yaml_mapping_end_event_initialize(&event)
      default: throw raise(.valueError, "no YAML event of this kind")
      }
      guard yaml_emitter_emit(&emitter, &event) == 1 else {
        throw raise(.valueError, emitter.problem.map { String(cString: $0) } ?? "can't be written as YAML")
      }
    }
  }
}
