import Coroutine

/// What the library's Python files ask about frames and generators: `sys`, `inspect`, `traceback`, `logging`, `warnings`.
extension HostModule {
  static func addFrames(_ module: Namespace) {
    // The innermost frame, or the one so many calls further out; frames of the library are none.
    module.function("frame", "depth=0") { (a) throws(Raised) -> Value in
      try FrameTracking.frame(depth: try a.optional(0).map(Operations.index) ?? 0)
    }
    // Where a warning stands that is given so many calls further out: its module's names, file, line and that line's
    // text; None outside of all frames. What the library warns of is its caller's, whichever level it says.
    module.function("warning_site", "level") { (a) throws(Raised) -> Value in
      func place(_ namespace: Namespace, _ source: SourceText, _ line: Int) -> Value {
        let text = source.name.hasPrefix("<") ? "" : String(source.text(ofLine: line))
        return Tuple.make([ModuleDict.of(namespace), Str.make(source.name), Value(small: line), Str.make(text)])
      }
      let site = CallSite.take()
      guard FrameTracking.isOn else {
        // Then no text names `warnings.warn`: it is the library that warns.
        return site.map { place($0.namespace, $0.source, $0.line) } ?? .none
      }
      var outward = max(1, try Operations.index(a[0])) - 1
      let innermost = Coroutine.current.frame
      if innermost != 0, let inner = CodeObject.activeFrame(Value(bits: innermost)),
        Interpreter.depth.pointee - inner.depth > 1
      {
        outward = 0
      }
      do throws(Raised) {
        guard let frame = CodeObject.activeFrame(try FrameTracking.frame(depth: outward)) else { return .none }
        return place(frame.code.namespace, frame.code.source, frame.line)
      } catch { return .none }
    }
    module.function("notes_frames", "") { (_) throws(Raised) -> Value in Value(FrameTracking.isOn) }
    // The text of a line of the code that a frame runs.
    module.function("frame_source", "frame, line") { (a) throws(Raised) -> Value in
      guard let source = CodeObject.source(a[0]), let line = Integer.int(a[1]) else { return Str.empty }
      // A text without a file has no lines to show.
      return source.name.hasPrefix("<") ? Str.empty : Str.make(source.text(ofLine: line))
    }
    // All lines of the text in which a frame's or a function's code stands.
    module.function("frame_lines", "frame") { (a) throws(Raised) -> Value in
      let lines = List.make()
      guard let source = CodeObject.source(a[0]), !source.name.hasPrefix("<") else { return lines }
      for line in 1...source.lineCount {
        let text = source.text(ofLine: line)
        if line < source.lineCount {
          List.append(lines, Str.make(text + "\n"))
        } else if !text.isEmpty {
          List.append(lines, Str.make(text))
        }
      }
      return lines
    }
    module.function("generator_state", "generator") { (a) throws(Raised) -> Value in
      let state = try generator(a[0])
      if state.isRunning { return Str.make("GEN_RUNNING") }
      if state.isSuspended { return Str.make("GEN_SUSPENDED") }
      return Str.make(state.liveFrame == nil ? "GEN_CLOSED" : "GEN_CREATED")
    }
    module.function("generator_locals", "generator") { (a) throws(Raised) -> Value in
      let state = try generator(a[0])
      let dict = Dict.make()
      guard let frame = state.liveFrame else { return dict }
      for (name, slot) in state.code.localNames {
        let value = frame[slot].isKind(.cell) ? Cell.get(frame[slot]) : frame[slot]
        if !value.isUnbound { Dict.set(dict, name, value) }
      }
      return dict
    }
  }

  private static func generator(_ value: Value) throws(Raised) -> GeneratorState {
    guard let state = Native.payload(value, as: GeneratorState.self) else {
      throw raise(.attributeError, "'\(Types.name(value))' object has no attribute 'gi_running'")
    }
    return state
  }
}
