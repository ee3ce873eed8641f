import Articles
import Excerpts
import Testing

/// One sign, several units: what stands around it decides.
private let signs: [(String, String)] = [
  ("The hull is 37m long.", "metre"), ("They sold 37m phones.", "phone"),
  ("It raised £37m.", "pound sterling"), ("A stamp costs 50p.", "penny"),
  ("The day was 31C.", "celsius"), ("The oven reached 90 °C.", "celsius"),
  ("The TOP 10 FILMS were long.", "film"), ("It paid $5 million.", "dollar"),
  ("It paid A$5 million.", "australian dollar"), ("It paid C$5 million.", "canadian dollar"),
  ("It paid NZ$5 million.", "new zealand dollar"), ("It paid HK$5 million.", "hong kong dollar"),
  ("It paid NT$5 million.", "taiwan dollar"), ("It paid R$5 million.", "brazilian real"),
  ("It paid 5 million Canadian dollars.", "canadian dollar"),
  ("It paid £5 million.", "pound sterling"), ("It weighs 5 pounds.", "pound"),
  ("The fine was 5 pounds.", "pound sterling"),
  ("It paid 5 million Egyptian pounds.", "egyptian pound"),
  ("It gives 5 MW.", "megawatt"), ("It gives 5 mW.", "milliwatt"),
  ("It holds 5 GB.", "gigabyte"), ("It covers 5 km².", "square kilometre"),
  ("It covers 5 sq km.", "square kilometre"), ("It holds 5 cubic metres.", "cubic metre"),
  ("It ran at 90 km/h.", "kilometre per hour"), ("It ran at 90 mph.", "mile per hour"),
  ("It has 1.1g of salt per 100g.", "gram per 100 gram"),
  ("There were 48 cases per 100,000 people.", "case per 100000 people"),
  ("It rose 25 basis points.", "basis point"), ("It rose 2 percentage points.", "percentage point"),
  ("It pays €9 an hour.", "euro per hour"), ("It costs 9p per kWh.", "penny per kilowatt hour"),
  ("The dose is 5 mg/kg.", "milligram per kilogram"), ("It glows at 5 lux.", "lux"),
  ("It measured 3 µSv.", "microsievert"), ("The cell gives 5 kΩ.", "kiloohm"),
  ("The field is 5 kV/cm.", "kilovolt per centimetre"),
  ("It was 5 light-years away.", "light-year"),
]

@Test(arguments: signs)
func whatStandsAroundASignDecidesItsUnit(text: String, unit: String) {
  let found = findExcerpts(in: Document(verbatim: text), kinds: .figures)
  #expect(found.figures.first.map { $0.unit ?? "-" } == unit, "\(text)")
}

/// The active codes of ISO 4217 but those of funds, metals and tests.
private let currencyCodes = """
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
  CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
  GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
  KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO
  NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE
  SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
  WST XAF XCD XOF XPF YER ZAR ZMW
  """

@Test(arguments: currencyCodes.split { $0 == " " || $0 == "\n" }.map(String.init))
func everyCurrencyCodeIsRead(code: String) throws {
  let before = findExcerpts(in: Document(verbatim: "It cost \(code) 5 million."), kinds: .figures)
  let after = findExcerpts(in: Document(verbatim: "It cost 5 million \(code)."), kinds: .figures)
  let unit = try #require(before.figures.first?.unit)
  #expect(unit != code.lowercased() && after.figures.first?.unit == unit)
}
