"""Names of places that films play in, and the words that make a name a place's."""

from typing import Final

from filmgraph.text.words import word_set

__all__ = ["HOMES", "PLACES", "PLACE_WORDS"]

_COUNTRIES = (
    "Afghanistan|Africa|Alaska|Albania|Alabama|Algeria|America|Antarctica|Arabia|Argentina|Arizona|"
    "Arkansas|Armenia|Asia|Australia|Austria|Bangladesh|Bavaria|Belarus|Belgium|Bohemia|Bolivia|"
    "Bosnia|Botswana|Brazil|Britain|Brittany|Bulgaria|Burma|California|Cambodia|Canada|Ceylon|"
    "Chile|China|Colombia|Colorado|Congo|Connecticut|Cornwall|Corsica|Costa Rica|Crete|Croatia|"
    "Cuba|Cyprus|Czechoslovakia|Delaware|Denmark|East Germany|Ecuador|Egypt|El Salvador|England|"
    "Estonia|Ethiopia|Europe|Finland|Florida|France|Georgia|Germany|Ghana|Great Britain|Greece|"
    "Greenland|Guatemala|Haiti|Hawaii|Honduras|Hungary|Iceland|Idaho|Illinois|India|Indiana|"
    "Indonesia|Iowa|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Java|Kansas|Kashmir|"
    "Kazakhstan|Kentucky|Kenya|Kuwait|Laos|Lapland|Latin America|Latvia|Lebanon|Liberia|Libya|"
    "Lithuania|Louisiana|Luxembourg|Macedonia|Madagascar|Maine|Malaysia|Mali|Malta|Manchuria|"
    "Maryland|Massachusetts|Mexico|Michigan|Minnesota|Mississippi|Missouri|Monaco|Mongolia|Montana|"
    "Montenegro|Morocco|Mozambique|Namibia|Nebraska|Nepal|Netherlands|Nevada|New England|"
    "New Hampshire|New Jersey|New Mexico|New South Wales|New Zealand|Nicaragua|Nigeria|Normandy|"
    "North Africa|North America|North Carolina|North Dakota|North Korea|North Vietnam|"
    "Northern Ireland|Norway|Nova Scotia|Ohio|Oklahoma|Ontario|Oregon|Pakistan|Palestine|Panama|"
    "Paraguay|Pennsylvania|Persia|Peru|Poland|Polynesia|Portugal|Provence|Prussia|Puerto Rico|"
    "Quebec|Rhode Island|Romania|Russia|Rwanda|Sardinia|Saudi Arabia|Scandinavia|Scotland|Senegal|"
    "Serbia|Siberia|Sicily|Sierra Leone|Silesia|Slovakia|Slovenia|Somalia|South Africa|"
    "South America|South Carolina|South Dakota|South Korea|South Vietnam|Spain|Sri Lanka|Sudan|"
    "Sumatra|Sweden|Switzerland|Syria|Tahiti|Taiwan|Tanzania|Tennessee|Texas|Thailand|Tibet|"
    "Transylvania|Tunisia|Turkey|Tuscany|Uganda|Ukraine|Uruguay|Utah|Venezuela|Vermont|Vietnam|"
    "Virginia|Wales|West Germany|West Virginia|Wisconsin|Wyoming|Yemen|Yugoslavia|Zimbabwe|"
    "the United States|the United Kingdom|the Soviet Union|the Philippines|the Netherlands|"
    "the Bahamas|the Caribbean|the Congo|the Middle East|the Old West|the American West|the Sahara|"
    "the Balkans|the Midwest|the Bronx|the Amazon|the Arctic|the Riviera|the French Riviera|"
    "the Alps|the Swiss Alps|the Himalayas|the Rockies|the Everglades|the Deep South|"
    "the American South|the South Seas|the South Pacific|the Pacific|the Atlantic|"
    "the Mediterranean|the Far East|the Hamptons|the Vatican|the Tiber|the Thames|the Seine|"
    "the Rhine|the Danube|the Nile|the Mississippi|the Hudson|the Congo River|the Kremlin|"
    "the Pentagon|the Louvre|the Colosseum"
)
_CITIES = (
    "Acapulco|Albuquerque|Alcatraz|Alexandria|Algiers|Amsterdam|Anchorage|Ankara|Antwerp|Asunción|"
    "Athens|Atlanta|Atlantic City|Auschwitz|Austin|Baghdad|Baltimore|Bangkok|Barcelona|Beijing|"
    "Beirut|Belfast|Belgrade|Berlin|Bern|Beverly Hills|Birmingham|Bologna|Bombay|Bonn|Bordeaux|"
    "Boston|Bristol|Broadway|Brooklyn|Bruges|Brussels|Bucharest|Budapest|Buenos Aires|Buffalo|"
    "Cairo|Calais|Calcutta|Cambridge|Cannes|Canterbury|Cape Town|Caracas|Cardiff|Casablanca|"
    "Central Park|Charleston|Chicago|Chinatown|Cincinnati|Cleveland|Cologne|Coney Island|"
    "Copenhagen|Crimea|Dakar|Dallas|Damascus|Delhi|Denver|Detroit|Dodge City|Dresden|Dublin|Dubai|"
    "Düsseldorf|East Berlin|East Harlem|Edinburgh|El Paso|Florence|Fort Worth|Frankfurt|Geneva|"
    "Genoa|Glasgow|Greenwich Village|Guadalajara|Hamburg|Hanoi|Harlem|Havana|Heidelberg|"
    "Hell's Kitchen|Helsinki|Hiroshima|Ho Chi Minh City|Hollywood|Hong Kong|Honolulu|Houston|"
    "Istanbul|Jerusalem|Johannesburg|Kabul|Kansas City|Key West|Kiev|Kingston|Kraków|Kyoto|"
    "Lake Como|Lake Tahoe|Las Vegas|Leipzig|Lima|Lisbon|Liverpool|London|Los Alamos|Los Angeles|"
    "Lyon|Macau|Madrid|Malibu|Manchester|Manhattan|Manila|Marrakesh|Marseille|Marseilles|Mecca|"
    "Melbourne|Memphis|Mexico City|Miami|Miami Beach|Milan|Milwaukee|Minneapolis|Monte Carlo|"
    "Montevideo|Montmartre|Montreal|Moscow|Mount Rushmore|Mumbai|Munich|Nagasaki|Nairobi|Naples|"
    "Nashville|New Delhi|New Orleans|New York|New York City|Newark|Nice|Niagara Falls|Nuremberg|"
    "Oakland|Odessa|Omaha|Oslo|Oxford|Palermo|Palm Beach|Palm Springs|Paris|Pasadena|Pearl Harbor|"
    "Phnom Penh|Philadelphia|Phoenix|Pisa|Pittsburgh|Pompeii|Portland|Prague|Pretoria|Queens|"
    "Rangoon|Reno|Reykjavik|Rio de Janeiro|Rio|Rome|Rotterdam|Sacramento|Saigon|Salem|"
    "Salt Lake City|Salzburg|San Antonio|San Diego|San Francisco|San Juan|Santa Barbara|Santa Fe|"
    "Santa Monica|Santiago|Sarajevo|Savannah|Savile Row|Seattle|Seoul|Seville|Shanghai|Singapore|"
    "Soho|Sofia|Southampton|St. Louis|St. Petersburg|Stalingrad|Staten Island|Stockholm|Strasbourg|"
    "Stuttgart|Sydney|Tallinn|Tangier|Tbilisi|Teheran|Tehran|Tel Aviv|Tijuana|Times Square|Tokyo|"
    "Tombstone|Toronto|Trieste|Tripoli|Tulsa|Tucson|Tunis|Turin|Upper East Side|Upper West Side|"
    "Lower East Side|Valencia|Vancouver|Vatican City|Venice|Verona|Versailles|Vienna|Vladivostok|"
    "Wall Street|Warsaw|Washington, D.C.|West Berlin|Wichita|Zurich|Zürich|Mars|Venice Beach"
)
PLACES: Final[frozenset[str]] = frozenset(
    name.removeprefix("the ") for name in (*_COUNTRIES.split("|"), *_CITIES.split("|"))
)
"""Countries, regions and cities, as a text names them, without `the`."""

PLACE_WORDS: Final = word_set(
    "abbey academy airport alley apartments arena asylum avenue bar base bay beach boulevard bowl "
    "bridge building cabaret café camp canal canyon casino castle cathedral cave cemetery center "
    "centre chapel church city club college convent corners county courthouse cove creek dam "
    "desert diner drive dungeon estate factory falls farm field fort galaxy garden gardens gate "
    "gorge grove hall harbor harbour heights high hill hills hospital hotel house inn institute "
    "island islands isle jail jungle lake lane library lighthouse lodge lounge mall manor mansion "
    "market memorial mill mine mission monastery motel mountain mountains museum nightclub ocean "
    "opera orphanage outpost palace park pass peak peninsula penitentiary pier plantation plaza "
    "point pond port prairie prison province quarter ranch range reef reservation restaurant "
    "ridge river road rock saloon sanatorium sanitarium school sea shore springs square stadium "
    "station steps strait street strip studio studios tavern temple terrace territory theater "
    "theatre tower town university valley villa village volcano ward waterfall waterfront wharf "
    "woods zoo"
)
"""The last word of a name that is a place's: `the Blue Hotel`."""

HOMES: Final = word_set(
    "apartment atelier bakery bar barn basement bathroom beach-house bedroom boat bookshop "
    "bookstore building cabin café caravan castle cell chambers château clinic club condo cottage "
    "diner dressing-room dungeon estate farm farmhouse flat garage garden garret gym hideout home "
    "hotel-room house houseboat hut inn kitchen lab laboratory lair loft manor mansion motel-room "
    "nightclub office palace parlor penthouse place plantation prison-cell quarters ranch "
    "residence restaurant room rooms salon saloon shack shop store studio suite tavern tent "
    "townhouse trailer villa vineyard workshop yacht"
)
"""What is someone's own: with whose it is, it is a place of the story."""
