import Lang

/// The attribute names that the engine looks for on a spec's objects, interned once.
final class SpecNames {
  nonisolated(unsafe) static let shared = SpecNames()

  let onStart = Symbol("on_start")
  let onStop = Symbol("on_stop")
  let waitTime = Symbol("wait_time")
  let minWait = Symbol("min_wait")
  let maxWait = Symbol("max_wait")
  let waitFunction = Symbol("wait_function")
  let user = Symbol("_user")
  let tasks = Symbol("tasks")
  let task = Symbol("task")
  let taskQueue = Symbol("_task_queue")
  let getNextTask = Symbol("get_next_task")
  let executeTask = Symbol("execute_task")
  let run = Symbol("run")
  let wait = Symbol("wait")
  let reschedule = Symbol("reschedule")
  let context = Symbol("context")
  let pacedRun = Symbol("_cp_last_run")
  let pacedWait = Symbol("_cp_last_wait_time")
}

/// The exception classes by which a spec steers its users.
final class SpecExceptions {
  let stopUser: Class
  let stopTest: Class
  let interruptTaskSet: Class
  let rescheduleTask: Class
  let rescheduleTaskImmediately: Class
  let greenletExit: Class
  let catchResponseError: Class
  let responseError: Class
  let locustError: Class

  /// Known once the `locust` module has been made.
  nonisolated(unsafe) static var shared: SpecExceptions! = nil

  init(_ module: Namespace, greenletExit: Class) throws(Raised) {
    func cls(_ name: String) throws(Raised) -> Class {
      guard let value = module[name], value.isKind(.class) else {
        throw raise(.importError, "locust.exception has no class \(name)")
      }
      return ClassObject.cls(value)
    }
    stopUser = try cls("StopUser")
    stopTest = try cls("StopTest")
    interruptTaskSet = try cls("InterruptTaskSet")
    rescheduleTask = try cls("RescheduleTask")
    rescheduleTaskImmediately = try cls("RescheduleTaskImmediately")
    catchResponseError = try cls("CatchResponseError")
    responseError = try cls("ResponseError")
    locustError = try cls("LocustError")
    self.greenletExit = greenletExit
  }
}

/// The methods of `User` and `TaskSet` that a spec may override, as they are when it doesn't: the engine does their work
/// itself then.
final class SpecDefaults {
  let userClass: Class
  let taskSetClass: Class
  let defaultTaskSet: Value
  let userOnStart: Value
  let userOnStop: Value
  let userWaitTime: Value
  let userContext: Value
  let taskSetOnStart: Value
  let taskSetOnStop: Value
  let taskSetWaitTime: Value
  let taskSetWait: Value
  let getNextTask: Value
  let executeTask: Value
  let randomChoice: Value

  /// Known once the `locust` module has been made.
  nonisolated(unsafe) static var shared: SpecDefaults! = nil

  init(user: Class, taskSet: Class, defaultTaskSet: Class, random: Namespace) {
    let names = SpecNames.shared
    func method(_ cls: Class, _ name: Symbol) -> Value { cls.lookup(name) ?? .unbound }
    userClass = user
    taskSetClass = taskSet
    self.defaultTaskSet = defaultTaskSet.value
    userOnStart = method(user, names.onStart)
    userOnStop = method(user, names.onStop)
    userWaitTime = method(user, names.waitTime)
    userContext = method(user, names.context)
    taskSetOnStart = method(taskSet, names.onStart)
    taskSetOnStop = method(taskSet, names.onStop)
    taskSetWaitTime = method(taskSet, names.waitTime)
    taskSetWait = method(taskSet, names.wait)
    getNextTask = method(taskSet, names.getNextTask)
    executeTask = method(taskSet, names.executeTask)
    randomChoice = random["choice"] ?? .unbound
    for value in [
      userOnStart, userOnStop, userWaitTime, userContext, taskSetOnStart, taskSetOnStop, taskSetWaitTime, taskSetWait,
      getNextTask, executeTask, randomChoice, user.value, taskSet.value, self.defaultTaskSet,
    ] {
      Heap.pin(value)
    }
  }
}
