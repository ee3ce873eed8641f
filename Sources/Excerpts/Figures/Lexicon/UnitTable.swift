import Prose

/// Units of measure by their names and signs, built from the SI prefixes and a list of base units.
/// Names are looked up in any case, signs exactly as written ("MW" is not "mW").
enum UnitTable {
  /// Units by name, singular and plural.
  static let names = WordTable<Unit>(plainNames + prefixedNames)
  /// Units by sign, in their exact case.
  static let signs = WordTable<Unit>(plainSigns + prefixedSigns, foldingCase: false)

  private static let plainNames: [(String, Unit)] =
    entries(
      """
      inch inches | foot feet | yard yards | mile miles | acre acres | hectare hectares
      knot knots | ounce ounces | stone stones | tonne tonnes | pint pints | quart quarts
      gallon gallons | cup cups | teaspoon teaspoons tsp | tablespoon tablespoons tbsp
      barrel barrels | bushel bushels | horsepower horse-power | degree degrees | calorie calories
      decibel decibels | megapixel megapixels | carat carats | fathom fathoms | furlong furlongs
      metric_ton tonne tonnes metric-tons | light-year light-years lightyears | angstrom angstroms
      mile_per_hour mph | mile_per_gallon mpg | kilometre_per_hour kph kmh kmph | rpm rpms
      brake_horsepower bhp | part_per_million ppm | part_per_billion ppb | part_per_trillion ppt
      pound_per_square_inch psi | kilopound_per_square_inch ksi | micron microns | hand hands
      parsec parsecs | torr torrs | atmosphere atmospheres atm | bar bars | mole moles
      radian radians | sievert sieverts | becquerel becquerels | gray grays | lux luxes
      lumen lumens | candela candelas | tesla teslas | pixel pixels | frame_per_second fps
      pound-mass lb lbs lbm | pound pounds | ton tons | pound-foot lb-ft pound-feet | foot-pound foot-pounds
      british_thermal_unit btu btus | mega_british_thermal_unit mmbtu | grain grains | dram drams
      electronvolt electronvolts | hertz | siemens | kelvin kelvins | knot kts
      """)
    + entries(
      """
      second seconds sec secs | minute minutes min mins | hour hours hr hrs | day days
      night nights | week weeks wk wks | month months | year years yr yrs | decade decades
      century centuries | fortnight fortnights | millennium millennia
      """, .time)
    + entries("year_of_age yo yos", .age)
    + entries("percentage percent pct % percents | percentage pc", .percent)
    + entries("celsius centigrade | fahrenheit farenheit", .temperature)

  private static let prefixes: [(name: String, sign: String)] = [
    ("quetta", "Q"), ("yotta", "Y"), ("zetta", "Z"), ("exa", "E"), ("peta", "P"), ("tera", "T"),
    ("giga", "G"), ("mega", "M"), ("kilo", "k"), ("hecto", "h"), ("deca", "da"), ("deci", "d"),
    ("centi", "c"), ("milli", "m"), ("micro", "µ"), ("micro", "μ"), ("nano", "n"), ("pico", "p"),
    ("femto", "f"), ("atto", "a"),
  ]

  /// Base units that take prefixes: canonical name, other spellings, sign, and the prefixes whose
  /// signs prose uses (others would take "MT" or "PA" for a unit).
  private static let bases: [(name: String, others: [String], sign: String, signs: String)] = [
    ("metre", ["meter"], "m", "k c m µ μ n p d"), ("gram", ["gramme"], "g", "k m µ μ n"),
    ("litre", ["liter"], "L", "m c d µ μ"), ("litre", [], "l", "m c d µ μ"),
    ("watt", [], "W", "k M G T m µ μ"), ("hertz", [], "Hz", "k M G T"),
    ("volt", [], "V", "k M G m"),
    ("ampere", ["amp"], "A", "k µ μ"), ("joule", [], "J", "k"), ("pascal", [], "Pa", "k M G"),
    ("byte", [], "B", "k M G T"), ("newton", [], "N", "k"), ("tesla", [], "T", ""),
    ("ohm", [], "Ω", "k M"), ("electronvolt", [], "eV", "k M G T m"), ("bit", [], "bit", "k M G T"),
    ("calorie", [], "cal", "k"), ("farad", [], "F", "µ μ"), ("sievert", [], "Sv", "m µ μ"),
    ("becquerel", [], "Bq", "k M G T"), ("mole", [], "mol", "m µ μ"), ("tonne", [], "t", ""),
    ("watt hour", [], "Wh", "k M G T m"), ("parsec", [], "pc", "k M"),
    ("second", [], "s", "m µ μ n"),
    ("ampere-hour", ["amp-hour"], "Ah", "m k"),
  ]

  private static let prefixedNames: [(String, Unit)] =
    bases.flatMap { base in
      ([base.name] + base.others).flatMap { spelling in
        ([""] + prefixes.map(\.name)).flatMap { prefix -> [(String, Unit)] in
          let kind: Unit.Kind = base.name == "second" ? .time : .measure
          let unit = Unit(prefix + base.name, kind)
          return [(prefix + spelling, unit), (prefix + spelling + "s", unit)]
        }
      }
    }.filter { !["seconds", "second"].contains($0.0) } + entries("kilogram kilo kilos")

  private static let prefixedSigns: [(String, Unit)] = bases.flatMap { base in
    prefixes.filter { base.signs.split(separator: " ").contains($0.sign[...]) }.map { prefix in
      let kind: Unit.Kind = base.name == "second" ? .time : .measure
      return (prefix.sign + base.sign, Unit(prefix.name + base.name, kind))
    }
  }

  private static let plainSigns: [(String, Unit)] =
    entries(
      """
      metre m | gram g | litre l L | watt W | volt V | joule J | newton N | foot ft | yard yd yds
      mile mi | ounce oz | hectare ha | knot kt kn | horsepower hp HP PS cv | kilogram Kg KG kgs
      kilometre Km KM kms | decibel dB | kilowatt KW kw | kilowatt_hour KWh kwh kWh
      megabit_per_second Mbps mbps Mb/s | gigabit_per_second Gbps gbps | kilobit_per_second kbps Kbps
      megabyte_per_second MBps | bit b | byte B | gigabyte GB gb Gb | megabyte MB mb | terabyte TB tb
      kilobyte KB | petabyte PB | exabyte EB | megapixel MP | newton_metre Nm | metre M | megaton Mt
      milliampere mA | milliampere-hour mAh | cubic_centimetre cc | millilitre ml mL ML | megatonne MtCO
      hectopascal hPa | pascal Pa | kelvin K | candela cd | astronomical_unit AU | centimetre cms
      millimetre mms | millimetre_of_mercury mmHg | hundredweight cwt | gram gm gms grams | hertz Hz HZ | kilohertz KHz KHZ | megahertz MHZ
      gigahertz GHZ Ghz | gigawatt_hour GWh | megawatt_hour MWh | terawatt_hour TWh | pint pt | stone st
      kilovolt KV | megajoule MJ | petajoule PJ | terajoule TJ | nanogram ng | quart qt | gallon gal
      degree deg | point_per_game ppg | rebound_per_game rpg | assist_per_game apg | kilobit kb Kb | megabit Mb | inch in
      """)
    + entries(
      """
      second s | hour h | millisecond ms msec | microsecond us
      """, .time)
    + entries("celsius ℃ °C C degC | fahrenheit ℉ °F F degF", .temperature)
    + [("p", CurrencyTable.money("penny"))]

  /// "canonical surface surface | canonical surface"; an underscore in a name is a space.
  private static func entries(_ list: String, _ kind: Unit.Kind = .measure) -> [(String, Unit)] {
    list.split { $0 == "|" || $0 == "\n" }.flatMap { group -> [(String, Unit)] in
      let words = group.split(separator: " ").map(String.init)
      guard let first = words.first else { return [] }
      let name = String(first.map { $0 == "_" ? " " : $0 })
      return words.map { ($0, Unit(name, kind)) }
    }
  }
}
