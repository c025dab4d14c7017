import Glibc

/// The gamma function and its logarithm as CPython computes them, by Lanczos' approximation, to the last bit: the C
/// library's own differ from it there.
enum GammaFunctions {
  private static let half = 5.524680040776729583740234375
  private static let g = 6.024680040776729583740234375
  private static let logPi = 1.144729885849400174143427351353058711647

  private static let above: [Double] = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  private static let below: [Double] = [
    0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558, 357423, 32670, 1925, 66, 1,
  ]

  /// The rational function of the approximation, for a positive number.
  private static func sum(_ x: Double) -> Double {
    var numerator = 0.0
    var denominator = 0.0
    if x < 5 {
      for index in above.indices.reversed() {
        numerator = numerator * x + above[index]
        denominator = denominator * x + below[index]
      }
    } else {
      for index in above.indices {
        numerator = numerator / x + above[index]
        denominator = denominator / x + below[index]
      }
    }
    return numerator / denominator
  }

  /// sin(πx), near whole numbers too.
  private static func sinPi(_ x: Double) -> Double {
    let y = fmod(abs(x), 2)
    let result: Double =
      switch Int((2 * y).rounded()) {
      case 0: sin(.pi * y)
      case 1: cos(.pi * (y - 0.5))
      case 2: sin(.pi * (1 - y))
      case 3: -cos(.pi * (y - 1.5))
      default: sin(.pi * (y - 2))
      }
    return copysign(1, x) * result
  }

  /// `math.gamma`; not a number at the poles.
  static func gamma(_ x: Double) -> Double {
    if !x.isFinite { return x.isNaN || x > 0 ? x : .nan }
    if x == x.rounded() {
      if x <= 0 { return .nan }
      if x <= 23 { return (1..<max(1, Int(x))).reduce(1) { $0 * Double($1) } }
    }
    let size = abs(x)
    if size < 1e-20 { return 1 / x }
    if size > 200 { return x < 0 ? 0 / sinPi(x) : .infinity }
    let y = size + half
    let error = size > half ? y - size - half : y - half - size
    let z = error * g / y
    // The power alone would overflow where the result doesn't.
    let isSmall = size < 140
    let power = isSmall ? pow(y, size - 0.5) : pow(y, size / 2 - 0.25)
    if x < 0 {
      var result = -.pi / sinPi(size) / size * exp(y) / sum(size)
      result -= z * result
      result /= power
      return isSmall ? result : result / power
    }
    var result = sum(size) / exp(y)
    result += z * result
    result *= power
    return isSmall ? result : result * power
  }

  /// `math.lgamma`; not a number at the poles.
  static func logGamma(_ x: Double) -> Double {
    if !x.isFinite { return x.isNaN ? x : .infinity }
    if x == x.rounded(), x <= 2 { return x <= 0 ? .nan : 0 }
    let size = abs(x)
    if size < 1e-20 { return -log(size) }
    var result = log(sum(size)) - g
    result += (size - 0.5) * (log(size + g - 0.5) - 1)
    if x < 0 { result = logPi - log(abs(sinPi(size))) - log(size) - result }
    return result
  }
}
