import Prose

/// Currencies by ISO 4217 code, by sign and by name, with the names this program gives them.
enum CurrencyTable {
  /// The currency of a code, sign word ("Rs", "RM") or country prefix ("US" in "US$").
  static let codes = WordTable<Unit>(
    isoCodes.split { $0 == "|" || $0 == "\n" }.flatMap { entry -> [(String, Unit)] in
      let words = entry.split(separator: " ").map(String.init)
      guard words.count > 1 else { return [] }
      return [(words[0], money(words.dropFirst().joined(separator: " ")))]
    } + [
      ("Rs", money("indian rupee")), ("RS", money("indian rupee")),
      ("RM", money("malaysian ringgit")),
      ("Rp", money("indonesian rupiah")), ("Dh", money("emirati dirham")),
      ("Dhs", money("emirati dirham")), ("KSh", money("kenyan shilling")),
      ("Ksh", money("kenyan shilling")),
      ("Php", money("philippine peso")), ("Tk", money("bangladeshi taka")),
      ("Sh", money("kenyan shilling")), ("RMB", money("chinese yuan")), ("BTC", money("bitcoin")),
      ("ETH", money("ether")), ("NIS", money("shekel")), ("Fr", money("swiss franc")),
      // What is left of a pound sign in text that was forced into ASCII.
      ("PS", money("pound sterling")),
    ], foldingCase: false)

  /// One letter that stands for a currency where it touches a sum.
  static let letters = WordTable<Unit>(
    [
      ("R", money("south african rand")), ("Y", money("japanese yen")),
      ("N", money("nigerian naira")), ("P", money("philippine peso")),
      ("L", money("pound sterling")), ("E", money("euro")),
    ], foldingCase: false)

  /// What stands before "$" and says which dollar.
  static let dollarPrefixes = WordTable<Unit>([
    ("us", money("dollar")), ("u", money("dollar")), ("a", money("australian dollar")),
    ("au", money("australian dollar")), ("aus", money("australian dollar")),
    ("c", money("canadian dollar")), ("ca", money("canadian dollar")),
    ("can", money("canadian dollar")), ("cad", money("canadian dollar")),
    ("aud", money("australian dollar")), ("usd", money("dollar")),
    ("cdn", money("canadian dollar")), ("nz", money("new zealand dollar")),
    ("hk", money("hong kong dollar")), ("s", money("singaporean dollar")),
    ("sg", money("singaporean dollar")), ("nt", money("taiwan dollar")),
    ("tw", money("taiwan dollar")), ("r", money("brazilian real")),
    ("mx", money("mexican peso")), ("j", money("jamaican dollar")),
    ("z", money("zimbabwean dollar")), ("b", money("brunei dollar")),
    ("n", money("namibian dollar")), ("fj", money("fijian dollar")),
  ])

  /// The currency of a sign.
  static func currency(ofSign scalar: UInt64) -> Unit? {
    switch scalar {
    case 0x24, 0xFF04: money("dollar")
    case 0xA3, 0x20A4: money("pound sterling")
    case 0x20AC: money("euro")
    case 0xA5, 0xFFE5: money("japanese yen")
    case 0x20B9, 0x20A8: money("indian rupee")
    case 0x20BD: money("russian ruble")
    case 0x20A9: money("south korean won")
    case 0x20AA: money("shekel")
    case 0x20BA: money("turkish lira")
    case 0x20AB: money("vietnamese dong")
    case 0x20A6: money("nigerian naira")
    case 0x20B1: money("philippine peso")
    case 0x20B4: money("ukrainian hryvnia")
    case 0x20BF: money("bitcoin")
    case 0x0E3F: money("thai baht")
    case 0x20B5: money("ghanaian cedi")
    case 0x20B8: money("kazakhstani tenge")
    case 0x20A1: money("costa rican colon")
    case 0xA2: money("cent")
    default: nil
    }
  }

  /// Currencies by their names, singular and plural; "pound" is decided by what is around it.
  static let names = WordTable<Unit>(
    names(
      """
      dollar dollars buck bucks | euro euros | cent cents | penny pennies pence | sen | satoshi satoshis
      japanese_yen yen | chinese_yuan yuan renminbi kuai | jiao jiao mao | shekel shekels
      indian_rupee rupee rupees | malaysian_ringgit ringgit ringgits | south_african_rand rand rands
      indonesian_rupiah rupiah rupiahs | thai_baht baht | south_korean_won won | swiss_franc francs
      russian_ruble ruble rubles rouble roubles | turkish_lira lira liras | polish_zloty zloty zlotys
      hungarian_forint forint forints | ukrainian_hryvnia hryvnia hryvnias | nigerian_naira naira
      croatian_kuna kuna kunas | bitcoin bitcoins | ether ethers | pound_sterling quid sterling
      mexican_peso | peso pesos | dirham dirhams | dinar dinars | riyal riyals | rial rials
      krone kroner | krona kronor | koruna korunas | crown crowns | vietnamese_dong dong | markka
      brazilian_real reais | shilling shillings | bangladeshi_taka taka | kenyan_shilling | kwacha
      ghanaian_cedi cedi cedis | afghani afghanis | tenge | manat | lari | birr | pula | franc
      deutsche_mark deutschmarks deutschmark | paise paisa | kopeck kopecks kopek kopeks | guilder guilders
      dogecoin dogecoins | litecoin litecoins | escudo escudos | bolivar bolivars | lev leva | leu lei
      """))

  /// Words before a currency's name that say whose it is; they become part of the unit.
  static let nations = WordTable<String>(
    """
    canadian australian singapore=singaporean singaporean mexican argentine chilean colombian
    philippine swiss danish norwegian swedish icelandic czech british=sterling uk=sterling finnish
    turkish japanese chinese indian pakistani=pakistani malaysian indonesian thai korean russian
    polish hungarian ukrainian israeli=israeli brazilian kuwaiti emirati=emirati saudi iraqi iranian
    us=us american=us kenyan ugandan tanzanian egyptian jamaican bruneian bahamian barbadian fijian
    namibian taiwan=taiwan zealand=new_zealand kong=hong_kong cuban uruguayan jordanian bahraini
    irish lebanese syrian sudanese french belgian african=south_african
    """.split { $0 == " " || $0 == "\n" }.map { entry in
      let parts = entry.split(separator: "=")
      return (String(parts[0]), String((parts.last ?? "").map { $0 == "_" ? " " : $0 }))
    })

  /// The unit of a named currency with a nation before it.
  static func unit(nation: String, name: Unit) -> Unit {
    switch (nation, name.name) {
    case ("us", "dollar"): return money("dollar")
    case ("sterling", _): return money("pound sterling")
    case (_, "dollar"), (_, "peso"), (_, "dinar"), (_, "shilling"), (_, "krone"), (_, "krona"),
      (_, "dirham"), (_, "riyal"), (_, "rial"), (_, "koruna"), (_, "pound-mass"), (_, "markka"):
      return money(nation + " " + (name.name == "pound-mass" ? "pound" : name.name))
    case (let nation, "swiss franc") where nation != "swiss": return money(nation + " franc")
    case (let nation, "indian rupee") where nation != "indian": return money(nation + " rupee")
    case ("czech", "crown"): return money("czech koruna")
    case ("danish", "crown"): return money("danish krone")
    case ("norwegian", "crown"): return money("norwegian krone")
    case ("swedish", "crown"): return money("swedish krona")
    default: return name
    }
  }

  static func money(_ name: String) -> Unit { Unit(name, .money) }

  private static func names(_ list: String) -> [(String, Unit)] {
    list.split { $0 == "|" || $0 == "\n" }.flatMap { group -> [(String, Unit)] in
      let words = group.split(separator: " ").map(String.init)
      guard let first = words.first else { return [] }
      let unit = money(String(first.map { $0 == "_" ? " " : $0 }))
      return words.map { ($0, unit) }
    }
  }

  private static let isoCodes = """
    USD dollar | EUR euro | GBP pound sterling | JPY japanese yen | CNY chinese yuan
    AUD australian dollar | CAD canadian dollar | NZD new zealand dollar | HKD hong kong dollar
    SGD singaporean dollar | INR indian rupee | MYR malaysian ringgit | ZAR south african rand
    ILS shekel | CHF swiss franc | DKK danish krone | SEK swedish krona | NOK norwegian krone
    HRK croatian kuna | RUB russian ruble | KRW south korean won | TRY turkish lira | PLN polish zloty
    CZK czech koruna | HUF hungarian forint | RON romanian leu | BGN bulgarian lev
    ISK icelandic krona | UAH ukrainian hryvnia | MXN mexican peso | BRL brazilian real
    ARS argentine peso | CLP chilean peso | COP colombian peso | PEN peruvian sol | UYU uruguayan peso
    THB thai baht | IDR indonesian rupiah | PHP philippine peso | VND vietnamese dong
    TWD taiwan dollar | PKR pakistani rupee | BDT bangladeshi taka | LKR sri lankan rupee
    NPR nepalese rupee | AED emirati dirham | SAR saudi riyal | QAR qatari riyal | KWD kuwaiti dinar
    BHD bahraini dinar | OMR omani rial | JOD jordanian dinar | IQD iraqi dinar | IRR iranian rial
    EGP egyptian pound | LBP lebanese pound | NGN nigerian naira | KES kenyan shilling
    UGX ugandan shilling | TZS tanzanian shilling | GHS ghanaian cedi | ETB ethiopian birr
    MAD moroccan dirham | TND tunisian dinar | DZD algerian dinar | ZMW zambian kwacha
    KZT kazakhstani tenge | GEL georgian lari | AMD armenian dram | AZN azerbaijani manat
    RSD serbian dinar | BAM convertible mark | MKD macedonian denar | ALL albanian lek
    BMD bermudian dollar | BBD barbadian dollar | BSD bahamian dollar | JMD jamaican dollar
    TTD trinidad and tobago dollar | XCD east caribbean dollar | BZD belize dollar
    GYD guyanese dollar | SRD surinamese dollar | KYD cayman islands dollar | FJD fijian dollar
    NAD namibian dollar | LRD liberian dollar | ZWL zimbabwean dollar | BND brunei dollar
    SBD solomon islands dollar | BOB bolivian boliviano | PYG paraguayan guarani
    VES venezuelan bolivar | CRC costa rican colon | GTQ guatemalan quetzal | HNL honduran lempira
    NIO nicaraguan cordoba | PAB panamanian balboa | DOP dominican peso | CUP cuban peso
    HTG haitian gourde | AWG aruban florin | MDL moldovan leu | BYN belarusian ruble
    UZS uzbekistani som | KGS kyrgyzstani som | TJS tajikistani somoni | TMT turkmenistani manat
    AFN afghani | IQD iraqi dinar | SYP syrian pound | YER yemeni rial | LYD libyan dinar
    SDG sudanese pound | SSP south sudanese pound | SOS somali shilling | DJF djiboutian franc
    RWF rwandan franc | BIF burundian franc | CDF congolese franc | AOA angolan kwanza
    MZN mozambican metical | MWK malawian kwacha | BWP botswana pula | LSL lesotho loti
    SZL eswatini lilangeni | MGA malagasy ariary | MUR mauritian rupee | SCR seychellois rupee
    MVR maldivian rufiyaa | BTN bhutanese ngultrum | MMK burmese kyat | KHR cambodian riel
    LAK lao kip | MNT mongolian togrog | KPW north korean won | PGK papua new guinean kina
    XAF central african franc | XOF west african franc | GMD gambian dalasi | GNF guinean franc
    SLE sierra leonean leone | CVE cape verdean escudo | MRU mauritanian ouguiya
    ERN eritrean nakfa | FKP falkland islands pound | GIP gibraltar pound | KMF comorian franc
    MOP macanese pataca | SHP saint helena pound | STN sao tome and principe dobra
    SVC salvadoran colon | TOP tongan paanga | VUV vanuatu vatu | WST samoan tala | XPF cfp franc
    FIM finnish markka | DEM deutsche mark | FRF french franc | ITL italian lira | ESP spanish peseta
    """
}
