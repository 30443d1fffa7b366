"""Parts of countries, islands and everyday names of zones, which the list of cities and countries does not know."""

REGIONS: dict[str, str] = {
    "Europe/London": (
        "uk; u k; united kingdom; great britain; britain; gb; england; scotland; wales; cymru; northern ireland; "
        "ulster; home counties; midlands; west midlands; east midlands; east anglia; west country; south east england; "
        "south west england; north west england; north east england; cornwall; devon; dorset; somerset; wiltshire; "
        "gloucestershire; cotswolds; oxfordshire; buckinghamshire; berkshire; hampshire; isle of wight; surrey; "
        "sussex; east sussex; west sussex; kent; essex; hertfordshire; bedfordshire; cambridgeshire; norfolk; suffolk; "
        "northamptonshire; warwickshire; worcestershire; herefordshire; shropshire; staffordshire; derbyshire; "
        "nottinghamshire; leicestershire; rutland; lincolnshire; yorkshire; north yorkshire; west yorkshire; "
        "south yorkshire; lancashire; cheshire; merseyside; cumbria; lake district; northumberland; tyneside; "
        "county durham; highlands; scottish highlands; orkney; shetland; fife; pembrokeshire; anglesey; st ives; "
        "gmt bst; bst; british time; uk time"
    ),
    "Europe/Berlin": (
        "bayern; bavaria; baden wurttemberg; hessen; hesse; nordrhein westfalen; nrw; north rhine westphalia; "
        "rheinland; ruhrgebiet; niedersachsen; lower saxony; sachsen; saxony; sachsen anhalt; thuringen; thuringia; "
        "brandenburg; mecklenburg vorpommern; schleswig holstein; rheinland pfalz; saarland; allgau; franken; "
        "schwarzwald; black forest; brd; cet; cest; mez; mesz; central european time"
    ),
    "Europe/Amsterdam": "holland; the netherlands; north holland; south holland; brabant",
    "Europe/Athens": "eet; eest; crete",
    "Europe/Lisbon": "wet; west; algarve",
    "Europe/Madrid": "cataluna; catalunya; catalonia; andalucia; andalusia; mallorca; majorca; ibiza; costa del sol",
    "Atlantic/Canary": "canary islands; canaries; canarias; islas canarias; tenerife; gran canaria; lanzarote",
    "Europe/Paris": "normandie; normandy; bretagne; brittany; provence; cote d azur; ile de france; corsica; alsace",
    "Europe/Rome": "toscana; tuscany; sicilia; sicily; sardegna; sardinia; lombardia; lombardy; sudtirol; south tyrol",
    "Asia/Makassar": "bali",
    "America/New_York": (
        "nyc; new york state; new england; east coast; us east coast; eastern; eastern time; et; est; edt; "
        "washington dc; d c; manhattan; brooklyn; queens; long island; miami"
    ),
    "America/Chicago": "central time; ct; cst; cdt; us central",
    "America/Denver": "mountain time; mt; mst; mdt",
    "America/Los_Angeles": (
        "la; l a; sf; bay area; silicon valley; west coast; us west coast; pacific; pacific time; pt; pst; pdt; socal"
    ),
    "America/Anchorage": "akst; akdt",
    "Pacific/Honolulu": "hawaii; hst; maui",
    "America/Toronto": "ontario; quebec province; eastern canada",
    "America/Winnipeg": "manitoba",
    "America/Regina": "saskatchewan",
    "America/Edmonton": "alberta",
    "America/Vancouver": "british columbia; bc",
    "America/Halifax": "nova scotia; new brunswick; prince edward island",
    "America/St_Johns": "newfoundland",
    "Australia/Sydney": "new south wales; nsw; aest; aedt; canberra; act australia",
    "Australia/Melbourne": "victoria australia; vic",
    "Australia/Brisbane": "queensland; qld; gold coast",
    "Australia/Perth": "western australia; wa australia; awst",
    "Australia/Adelaide": "south australia; acst",
    "Australia/Darwin": "northern territory",
    "Australia/Hobart": "tasmania",
    "Pacific/Auckland": "nzst; nzdt; north island; south island; aotearoa",
    "Africa/Johannesburg": "sast; gauteng; western cape; garden route",
    "Asia/Kolkata": "ist; bharat; goa; kerala; tamil nadu; maharashtra",
    "Asia/Dubai": "uae; u a e; emirates",
    "Asia/Tokyo": "jst",
    "Asia/Singapore": "sgt",
    "Europe/Moscow": "msk",
}  # fmt: skip

# Answers that are no place, although some village may be called so, or name too much to have one time.
_NO_PLACE = (
    "anywhere; remote; online; everywhere; worldwide; international; global; uberall; egal; weltweit; "
    "remote/anywhere; of; and; or; man; same; home; here; mine; none; no; yes; ok; skip; central; orange; moon; "
    "morning; europe; europa; eu; central europe; western europe; eastern europe; asia; africa; america; "
    "north america; south america; latin america; dach; georgia; states; the states; not sure; no idea; "
    "nowhere; nothing; east; north; south; hello; hi"
)
NOWHERE = frozenset(_NO_PLACE.split("; "))
