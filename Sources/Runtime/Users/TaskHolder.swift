import Lang

/// A user or a task set seen as something that has tasks: choosing the next one and running it.
struct TaskHolder {
  /// The user or the task set.
  let value: Value
  /// Whether it is a task set, with a queue and methods of its own.
  let isTaskSet: Bool

  /// The tasks declared on a user class itself, which get the user as their argument.
  init(user: Value) {
    value = user
    isTaskSet = false
  }

  /// A task set.
  init(taskSet: Value) {
    value = taskSet
    isTaskSet = true
  }

  /// What `user_error` shows: the task set; for tasks of the user itself Locust has a task set, too, made here only then.
  func reported() throws(Raised) -> Value {
    isTaskSet ? value : try Call.call(SpecDefaults.shared.defaultTaskSet, with: value)
  }

  /// The task to run next: the first of the queue, else what `get_next_task` gives.
  func next() throws(Raised) -> Value {
    guard isTaskSet else { return try choose() }
    if let queue = Instance.get(value, SpecNames.shared.taskQueue), queue.isKind(.list), List.count(queue) > 0 {
      return List.remove(queue, at: 0)
    }
    if Types.lookup(value, SpecNames.shared.getNextTask)?.bits == SpecDefaults.shared.getNextTask.bits {
      return try choose()
    }
    return try Call.callMethod(value, SpecNames.shared.getNextTask)
  }

  /// One task at random, each as likely as often as it is in the list: `random.choice(self.tasks)`.
  func choose() throws(Raised) -> Value {
    let tasks = try Attributes.get(value, SpecNames.shared.tasks)
    guard try Operations.truth(tasks) else { throw try nothingToDo() }
    return try Call.call(SpecDefaults.shared.randomChoice, with: tasks)
  }

  private func nothingToDo() throws(Raised) -> Raised {
    let name = Types.name(value)
    let misspelling = try Attributes.find(value, SpecNames.shared.task) ?? .none
    let hasMisspelling = try Operations.truth(misspelling)
    if isTaskSet {
      let extra = hasMisspelling ? ", but you have set a 'task' attribute - maybe you meant to set 'tasks'?" : "."
      return raise(
        .exception,
        "No tasks defined on \(name)\(extra) use the @task decorator or set the 'tasks' attribute of the TaskSet")
    }
    let extra =
      hasMisspelling ? ", but you have set a 'task' attribute on your class - maybe you meant to set 'tasks'?" : "."
    return raise(
      .exception,
      "No tasks defined on \(name)\(extra) Use the @task decorator or set the 'tasks' attribute of the User "
        + "(or mark it as abstract = True if you only intend to subclass it)")
  }

  /// Runs a task: a function gets the holder as its argument, a task set class is entered.
  func execute(_ task: Value) throws(Raised) {
    Interpreter.beginTask()
    defer { Interpreter.endTask() }
    if isTaskSet,
      Types.lookup(value, SpecNames.shared.executeTask)?.bits != SpecDefaults.shared.executeTask.bits
    {
      _ = try Call.call(try Attributes.get(value, SpecNames.shared.executeTask), with: task)
      return
    }
    try executePlain(task)
  }

  /// What `execute_task` does when no spec overrides it.
  func executePlain(_ task: Value) throws(Raised) {
    if task.isKind(.function) {
      _ = try Call.call(task, with: value)
    } else if task.isKind(.class), ClassObject.cls(task).isSubclass(of: SpecDefaults.shared.taskSetClass) {
      let inner = try Call.call(task, with: value)
      _ = try Call.call(try Attributes.get(inner, SpecNames.shared.run))
    } else if let receiver = Call.receiver(of: task), receiver.bits == value.bits {
      _ = try Call.call(task)
    } else {
      _ = try Call.call(task, with: value)
    }
  }
}
