import Lang

/// The module `_fasthttp`: what `locust.contrib.fasthttp` is made of.
enum FastModule {
  /// Fills the module.
  static func build(_ module: Namespace) {
    let (response, managed, failed) = FastResponseType.define()
    module["FastHttpSession"] = FastSessionType.define().value
    module["FastResponse"] = response.value
    module["ResponseContextManager"] = managed.value
    module["ErrorResponse"] = failed.value
    module["FastRequest"] = FastRequestType.define().value
    module.function("_use_exceptions", "classes") { (a) throws(Raised) -> Value in
      FastExceptions.classes = Heap.pin(a[0])
      return .none
    }
  }
}
