import Lang

/// Reads a spec and the modules beside it, and runs its module level.
package struct SpecLoader {
  /// The importer that the spec's `import` statements use.
  let importer = Importer()

  /// Prepares to load the files of a spec; what they import is looked for beside each of them.
  package init(paths: [String]) {
    var folders: [String] = []
    for folder in paths.map(SourceFiles.folder(of:)) where !folders.contains(folder) { folders.append(folder) }
    let reach = FileReach(folders + ["."])
    let files = HostFiles.within(reach)
    Library.files = SpecFiles.loading?.over(files) ?? files
    let importer = importer
    Importer.program = importer
    importer.hostModule = { [unowned importer] (name) throws(Raised) in
      try LocustModule.load(name, importer: importer)
    }
    importer.files = ModuleFinder(folders + ["."], reach: reach)
  }

  /// Runs the module level of a file and gives its module.
  package func load(_ path: String) throws(SpecFault) -> Namespace {
    guard path.hasSuffix(".py") else {
      throw SpecFault(text: "Could not load '\(path)': a locustfile is a file that ends in .py")
    }
    guard let source = SourceFiles.read(path) else {
      throw SpecFault(
        text: "Could not find '\(path)': no such file, or not readable. Name the locustfile with -f, "
          + "or run where a locustfile.py is")
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let module = Namespace(name: String(file.dropLast(3)))
    Heap.pin(module.value)
    let (compiled, faults) = Program.prepare(source, in: module, importer: importer)
    guard let compiled else {
      throw SpecFault(text: faults.map { $0.rendered(in: source) }.joined().trimmingEnd())
    }
    do throws(Raised) {
      try LocustModule.start(importer: importer)
      module["__file__"] = Str.make(SpecFiles.whole(path))
      try Program.run(compiled)
      // What lies in folders that it has added wasn't seen before; a worker on another machine needs all of it.
      if Library.hasOwnPath || FrameTracking.isOn { importer.readImports(of: source, module: module.name) }
      return module
    } catch {
      Program.flushOutput()
      if let status = Program.exitStatus(error) { throw SpecFault(text: "", exitStatus: status) }
      throw SpecFault(text: Program.traceback(error, isUncaught: true).trimmingEnd())
    }
  }
}

extension String {
  /// The text without its final newline.
  func trimmingEnd() -> String { hasSuffix("\n") ? String(dropLast()) : self }
}
