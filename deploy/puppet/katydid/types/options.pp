# Options of a configuration file: their long names without the dashes, and their values.
type Katydid::Options = Hash[Pattern[/\A[a-z][a-z-]*\z/], Variant[String, Numeric, Boolean, Array[String]]]
