"""German, in the du form. Short, warm, concrete; in the order in which a member meets them."""

TEXTS: dict[str, str] = {
    # The group meets the bot
    "circle_welcome": (
        "🎁 Hallo, ich bin <b>Kringle</b>. Wer hier für eine Kundin oder einen Kunden die richtige Adresse sucht, "
        "schreibt <code>/need Buchhaltung für eine Bäckerei mit 5 Leuten</code> – ich frage leise die Mitglieder, zu "
        "denen das passt, und stelle vor, wer Ja sagt.\n\nEinmal beitreten, dann finden passende Anfragen dich."
    ),
    "button_join": "🤝 Dem Kreis beitreten",
    "button_settings": "⚙️ Einstellungen",
    "circle_card.one": (
        "🎁 <b>{title}</b> ist ein Empfehlungskreis mit {n} Mitglied.\nFragen geht mit <code>/need …</code>"
    ),
    "circle_card.other": (
        "🎁 <b>{title}</b> ist ein Empfehlungskreis mit {n} Mitgliedern.\nFragen geht mit <code>/need …</code>"
    ),
    "circle_members": "Dabei: {names}",
    "and_more": "… und {count} mehr",
    # Start and join
    "start_new": (
        "🎁 Willkommen bei <b>Kringle</b>.\nIch kümmere mich um Empfehlungskreise: Gruppen, die Kundschaft an die "
        "richtige Adresse schicken, statt um sie zu konkurrieren.\n\nHol mich in deine Gruppe, dann poste ich dort "
        "einen Knopf zum Beitreten. Schon in einem Kreis? Tippe in deiner Gruppe auf <b>Dem Kreis beitreten</b>."
    ),
    "button_add_to_group": "➕ In eine Gruppe holen",
    "start_unfinished": "Schön, dass du wieder da bist, {name}. Ein paar Fragen sind noch offen – wollen wir?",
    "button_continue": "Weiter",
    "start_back": (
        "Schön, dass du wieder da bist, {name}. Alles bereit: Passende Anfragen kommen hierher. /profile · /who · "
        "/nudge"
    ),
    "start_forged": (
        "Dieser Link ist nicht von mir oder er ist kaputt. Tippe in deiner Gruppe noch einmal auf den Knopf."
    ),
    "joined": (
        "🤝 Willkommen in <b>{circle}</b>, {name}!\nEin paar kurze Fragen, damit die richtige Kundschaft dich findet. "
        "Überspring, was du magst; mit /profile kannst du später alles ändern."
    ),
    "joined_known": (
        "🤝 Willkommen in <b>{circle}</b>, {name}! Deine Angaben kenne ich schon, passende Anfragen finden dich also. "
        "Ansehen und ändern: /profile"
    ),
    "joined_before": "Du bist schon in <b>{circle}</b>, {name}. /profile zeigt, was ich von dir weiß.",
    "join_not_in_group": (
        "Dieser Kreis ist für die Leute in seiner Gruppe, und dort finde ich dich nicht. Tritt zuerst der Gruppe bei."
    ),
    "join_asleep": "Ich bin nicht mehr in dieser Gruppe. Jemand muss mich erst wieder hineinholen.",
    "join_unknown": "Telegram hat mir nicht gesagt, ob du in der Gruppe bist. Bitte tippe noch einmal auf den Knopf.",
    "join_too_many": "Das waren sehr viele Versuche. Bitte tippe etwas später noch einmal auf den Knopf.",
    "left_circle": "Du bist nicht mehr in <b>{circle}</b>. Deine Angaben bleiben, bis du /forget schickst.",
    # Profile questions
    "question_what_i_do": "<b>Was machst du?</b>\nEin, zwei Sätze, so wie du es auf einer Feier erzählen würdest.",
    "question_perfect_client": (
        "<b>Wer ist dein Wunschkunde?</b>\nFür wen bist du genau richtig? Je konkreter – Branche, Größe, Situation –, "
        "desto besser die Anfragen, die ich dir bringe."
    ),
    "question_listen_for": (
        "<b>Was sagen Leute, kurz bevor sie dich brauchen?</b>\nDrei Sätze, auf die andere hören sollen, einer pro "
        "Zeile. Zum Beispiel: „Unsere Heizung ist schon wieder kaputt“ – „Ich habe keine Ahnung, was ich verdiene“."
    ),
    "question_listen_for_trade": (
        "<b>Was sagen Leute, kurz bevor sie dich brauchen?</b>\nDrei Sätze, auf die andere hören sollen, einer pro "
        "Zeile. In deiner Branche zum Beispiel: {said}."
    ),
    "quoted": "„{words}“",
    "question_not_a_fit": "<b>Wen schickst du lieber weiter?</b>\nWer passt nicht zu dir?",
    "question_place": "<b>Wo arbeitest du?</b>\nNenn einen Ort – oder überall.",
    "question_languages": "<b>In welchen Sprachen arbeitest du?</b>",
    "question_zone": "<b>Welche Zeitzone hast du?</b>\nNenn einen Ort (Bremen) oder den Abstand zu UTC (+2).",
    "question_nudge_at": (
        "<b>Wann darf mein Anstoß kommen?</b>\nEinmal am Tag nenne ich dir jemanden, bei dem sich ein Anruf lohnt. "
        "Schreib eine Uhrzeit, etwa 9:00."
    ),
    "question_known": "Bisher: <i>{answer}</i>",
    "button_skip": "Überspringen",
    "button_keep": "So lassen",
    "button_clear": "Entfernen",
    "button_anywhere": "Überall",
    "button_no_nudge": "Kein Anstoß",
    "played_back": "👍 Verstanden. Ich bringe dir Anfragen von: <i>{words}</i>",
    "played_back_brings": "\nZum Beispiel:",
    "played_back_sends_on": "Aber wohl nicht:",
    "played_back_line": "• <i>{ask}</i>",
    "sharpening_whom": (
        "\nDas können noch viele sein. Von allen, die du nehmen könntest – für wen bist du die beste Wahl?"
    ),
    "sharpening_trouble": "\nWas ist bei deiner Kundschaft los, kurz bevor sie dich anruft? Darauf achte ich dann.",
    "sharpening_difference": "\nJemand hier sagt fast das Gleiche. Was übernimmst du, was dort nicht geht?",
    "sharpening_limit": "\nWen schickst du lieber weiter?",
    "played_back_vague": (
        "Das passt auf fast alle, also würde ich dir fast alles bringen. Welche Branche, Größe oder Situation macht "
        "jemanden für dich <i>perfekt</i>? Schreib es noch einmal oder lass es so."
    ),
    "button_sharpen": "✏️ Genauer sagen",
    "setup_done": "🎉 Das war’s – du bist dabei. Passende Anfragen kommen hierher.",
    "setup_done_bare": (
        "👌 Das war’s fürs Erste. Ein Satz zu deinem Wunschkunden genügt, damit ich dir Anfragen bringen kann – wann "
        "du magst: /profile"
    ),
    "question_past": "Diese Frage ist schon durch. Mit /profile änderst du jede Antwort.",
    "answer_empty": "Dafür brauche ich ein paar Worte – oder tippe auf „Überspringen“.",
    "answer_too_long": "Das ist mir etwas zu lang. Geht es auch kürzer?",
    "answer_no_zone": "Den Ort kenne ich nicht. Versuch es mit einer größeren Stadt in der Nähe oder mit +2.",
    "answer_no_hour": "Das kann ich nicht als Uhrzeit lesen. Versuch es mit 9:00 oder 17:30.",
    "words_please": "Hier kann ich nur Text lesen. Bitte tipp es ein – oder schick /cancel.",
    # Profile
    "profile_title": "👤 <b>{name}</b>",
    "profile_line": "<b>{label}:</b> {answer}",
    "profile_empty": "<b>{label}:</b> –",
    "profile_circles": "<b>Kreise:</b> {circles}",
    "profile_paused": "⏸ Du machst Pause: keine Anfragen, kein Anstoß. /resume",
    "profile_change": "\nTippe an, was du ändern möchtest.",
    "label_what_i_do": "Was ich mache",
    "label_perfect_client": "Wunschkunde",
    "label_listen_for": "Darauf hören",
    "label_not_a_fit": "Passt nicht zu mir",
    "label_place": "Wo ich arbeite",
    "label_languages": "Sprachen",
    "label_zone": "Zeitzone",
    "label_nudge_at": "Anstoß",
    "who_title": "👥 <b>Deine Kreise</b>",
    "who_line": "• <b>{name}</b> – {does}",
    "who_bare": "• <b>{name}</b>",
    "who_nobody": "Außer dir ist noch niemand in deinem Kreis. Den Knopf zum Beitreten gibt es in der Gruppe: /circle",
    "who_unknown": "In deinen Kreisen kenne ich niemanden namens „{name}“. /who zeigt alle.",
    "who_gone": "Diese Person ist in keinem deiner Kreise mehr.",
    "who_says_nothing": "Hat noch nichts über die eigene Arbeit gesagt.",
    "who_paused": "⏸ {name} macht gerade Pause von Anfragen.",
    # An ask in the group
    "ask_empty": "Wen brauchst du? Zum Beispiel: <code>/need Buchhaltung für eine Bäckerei mit 5 Leuten</code>",
    "ask_too_long": "Das ist etwas lang. Bitte frag mit höchstens {most} Zeichen.",
    "ask_too_many": (
        "Das waren {most} Anfragen in einer Stunde – geben wir den anderen kurz Zeit zum Antworten. Versuch es etwas "
        "später noch einmal."
    ),
    "ask_circle_busy": (
        "In diesem Kreis gab es in der letzten Stunde sehr viele Anfragen. Bitte versuch es etwas später noch einmal."
    ),
    "ask_anonymous": (
        "Du schreibst als Gruppe oder Kanal, so kann ich dir niemanden vorstellen. Bitte frag unter deinem Namen."
    ),
    "card_title": "🔎 <i>{ask}</i>",
    "card_offering.one": "{asked} von {n} Mitglied privat gefragt – ich warte auf ein Ja.",
    "card_offering.other": "{asked} von {n} Mitgliedern privat gefragt – ich warte auf ein Ja.",
    "card_offering_more.one": "🤝 Vorgestellt. Ich suche noch jemanden: {asked} von {n} Mitglied gefragt.",
    "card_offering_more.other": "🤝 Vorgestellt. Ich suche noch jemanden: {asked} von {n} Mitgliedern gefragt.",
    "card_nobody": "Bisher passt das hier zu niemandem so richtig. <b>Wer kennt jemanden?</b>",
    "card_nobody_asked.one": "Noch kein Ja – {asked} von {n} Mitglied gefragt. <b>Wer kennt jemanden?</b>",
    "card_nobody_asked.other": "Noch kein Ja – {asked} von {n} Mitgliedern gefragt. <b>Wer kennt jemanden?</b>",
    "card_no_members": (
        "Sonst ist noch niemand in diesem Kreis, also kann ich niemanden fragen. <b>Wer kennt jemanden?</b>"
    ),
    "card_unclear": (
        "Mir ist noch nicht klar, wer gebraucht wird, deshalb habe ich niemanden gefragt. Bearbeite deine Nachricht – "
        "für wen, wofür, wo? – oder: <b>Wer kennt jemanden?</b>"
    ),
    "card_introduced.one": "🤝 Vorgestellt.",
    "card_introduced.other": "🤝 Mit {n} Mitgliedern bekannt gemacht.",
    "card_withdrawn": "Zurückgezogen.",
    "card_expired": "Leider rechtzeitig niemanden gefunden.",
    "card_hints.one": "💡 {n} Name ist eingegangen.",
    "card_hints.other": "💡 {n} Namen sind eingegangen.",
    "button_know_someone": "💡 Ich kenne jemanden",
    "button_close": "Schließen",
    "button_one_more": "➕ Noch jemanden",
    "button_meet": "🤝 Kennenlernen",
    "button_read_names": "💡 Lesen",
    "closed": "Geschlossen.",
    "looking_again": "Ich suche noch jemanden.",
    # An offer
    "offer_title": "🎯 <b>Ist das was für dich?</b>\n{name} fragt in {circle}:",
    "plain": "{text}",
    "offer_hinted": "💡 {name} hat an dich gedacht.",
    "offer_because": "<b>Warum du:</b>",
    "offer_because_line": "„{ask}“ – du: „{statement}“",
    "offer_question": "Das siehst nur du.",
    "button_claim": "✅ Ich kann helfen",
    "button_pass": "Passt nicht zu mir",
    "button_know": "💡 Ich weiß, wer passt",
    "button_later": "Jetzt nicht",
    "claim_done": "Wunderbar – ich stelle euch vor.",
    "offer_claimed": "✅ Das hast du übernommen.",
    "offer_why_not": "Kein Problem. Woran liegt’s? So frage ich dich künftig das Richtige.",
    "offer_passed": "Notiert: {reason}. Das erfährt niemand. Doch noch? Einmal tippen genügt.",
    "offer_later": "Jetzt nicht – in Ordnung. Solange die Anfrage offen ist, genügt einmal tippen.",
    "offer_sent_on": (
        "💡 Danke, dass du an jemanden gedacht hast. Solange die Anfrage offen ist, kannst du sie noch selbst "
        "übernehmen."
    ),
    "offer_closed": "Danke – diese Anfrage hat sich erledigt.",
    "offer_waiting": "Diese Anfrage wartet noch.",
    "offer_over_introduced": "🙏 Jemand anderes hat diese Anfrage übernommen. Danke, dass du da bist.",
    "offer_over_withdrawn": "Diese Anfrage wurde zurückgezogen. Danke, dass du da bist.",
    "offer_over_expired": "Die Zeit für diese Anfrage ist um. Danke, dass du da bist.",
    "reason_client": "Nicht meine Kundschaft",
    "reason_place": "Falscher Ort",
    "reason_size": "Größe oder Budget passt nicht",
    "reason_booked": "Ausgebucht",
    "reason_trade": "Mache ich nicht",
    "pass_noted": "Notiert – danke.",
    "later_noted": "In Ordnung, jetzt nicht.",
    "button_other_reason": "Anderer Grund",
    # After a few passes alike
    "sharpen_client": (
        "🔍 {times} Anfragen waren nicht deine Kundschaft. Zu dir geführt haben sie diese Worte von dir:\n"
        "<i>„{words}“</i>\n\nEin Wort mehr dazu, wer perfekt ist oder wer nicht, hält solche Anfragen fern."
    ),
    "sharpen_place": (
        "📍 {times} Anfragen waren am falschen Ort. Wo du arbeitest, hast du mir so gesagt: <i>„{words}“</i>\n\nSag "
        "es genauer, dann bleiben solche Anfragen weg."
    ),
    "sharpen_size": (
        "🔍 Bei {times} Anfragen passte Größe oder Budget nicht. Zu dir geführt haben sie diese Worte von dir:\n"
        "<i>„{words}“</i>\n\nEine Größe oder ein Budget darin hält solche Anfragen fern."
    ),
    "sharpen_trade": (
        "🔍 {times} Anfragen waren etwas, das du nicht machst. Was du machst, hast du mir so gesagt:\n"
        "<i>„{words}“</i>\n\nWollen wir es neu formulieren?"
    ),
    "sharpen_booked": "📅 Du warst {times}-mal ausgebucht. Soll ich dich eine Weile in Ruhe lassen?",
    "button_not_my_fit": "🚫 Sagen, wer nicht passt",
    "button_pause_week": "⏸ Eine Woche",
    "button_pause_fortnight": "⏸ Zwei Wochen",
    "already_taken": "Das hat schon jemand übernommen. Danke!",
    "request_over": "Diese Anfrage ist vorbei.",
    "edit_too_many": (
        "Das wurde gerade sehr oft geändert, darum bleibe ich bei den letzten Worten. Ändere es später noch einmal."
    ),
    "edit_over": (
        "Diese Anfrage ist geschlossen, die neuen Worte ändern also nichts. Für eine neue schreib /need in die Gruppe."
    ),
    "not_yours": "Dieser Knopf ist nicht für dich.",
    "not_author": "Das kann nur, wer gefragt hat.",
    "not_member": (
        "Das ist für Mitglieder dieses Kreises. Zum Beitreten tippe in der Gruppe auf den Knopf unter /circle."
    ),
    # I know someone
    "pick_title": "💡 <b>Wer passt?</b>\n<i>{ask}</i>",
    "pick_nobody": "💡 Sonst ist noch niemand in diesem Kreis. Kennst du jemanden außerhalb?\n<i>{ask}</i>",
    "button_write_name": "✏️ Namen schreiben",
    "hint_write": (
        "Wer ist es? Schreib den Namen und, wenn du magst, ein Wort zum Warum. Das sieht nur, wer gefragt hat; "
        "Telefonnummern und Adressen lasse ich weg. Lieber nicht? /cancel"
    ),
    "join_first": (
        "💡 Schön, dass du jemanden kennst! Namen gebe ich für Mitglieder des Kreises weiter – zum Beitreten genügt "
        "einmal tippen."
    ),
    "hint_in_private": "Ich habe dir privat geschrieben.",
    "hint_sent": "💡 Danke! {name} hat diese Anfrage von mir.",
    "hint_thanks": "Danke!",
    "hint_thanks_written": (
        "💡 Danke! Ich habe den Namen weitergegeben; vielleicht wirst du gebeten, den Kontakt herzustellen."
    ),
    "hint_received": "💡 {by} kennt jemanden für „{ask}“:\n<b>{hint}</b>\n\nBitte {by}, den Kontakt herzustellen.",
    "hint_self": "Du kannst selbst übernehmen: Tippe bei der Anfrage auf „Ich kann helfen“.",
    "hint_author": "Diese Person hat die Anfrage gestellt.",
    "hint_own": "Du hast gefragt, hier sind also die anderen dran.",
    "hint_empty": "Dafür brauche ich einen Namen – oder schick /cancel.",
    "hint_away": "Diese Person kann ich gerade nicht fragen. Fällt dir noch jemand ein?",
    # What became of it
    "nobody_yet": "Zu „{ask}“ hat noch niemand Ja gesagt. Ich habe den Kreis gefragt, wer jemanden kennt.",
    "author_withdrawn": "Zurückgezogen: „{ask}“. Niemand wartet auf dich.",
    "author_withdrawn_more": "Geschlossen: „{ask}“. Ich frage niemanden mehr.",
    "author_expired_more": (
        "⌛ Für „{ask}“ hat sich rechtzeitig niemand mehr gefunden. Wen du schon kennengelernt hast, bleibt dir."
    ),
    "author_expired": (
        "⌛ Für „{ask}“ hat sich rechtzeitig niemand gefunden. Frag gern noch einmal – ein konkretes Wort dazu, für "
        "wen es ist, hilft oft."
    ),
    "guest_expired_more": "⌛ {name}, dafür hat sich rechtzeitig niemand mehr gefunden.",
    "guest_expired": "⌛ {name}, dafür hat sich rechtzeitig niemand gefunden. Frag gern noch einmal.",
    # Introductions
    "introduced_giver": "🤝 <b>Gefunden!</b> Darf ich vorstellen: {partner}.",
    "introduced_receiver": "🤝 <b>Darf ich vorstellen?</b> {partner} hat gefragt:",
    "introduced_does": "{name}: <i>{does}</i>",
    "introduced_reach": (
        "Tippe auf den Namen, um {name} zu schreiben. Ein erster Satz, wenn du magst:\n<code>{line}</code>"
    ),
    "first_line_giver": (
        "Hallo {name}, Kringle hat uns vorgestellt – danke, dass du bei „{ask}“ helfen magst. Wann passt es dir?"
    ),
    "first_line_receiver": (
        "Hallo {name}, hier ist {me} – Kringle hat uns vorgestellt. Bei „{ask}“ helfe ich gern. Wann passt es dir?"
    ),
    "somebody_gone": "Ein früheres Mitglied",
    "follow_up": "👋 Ich habe dir {partner} vorgestellt, es ging um „{ask}“. <b>Habt ihr gesprochen?</b>",
    "follow_up_bare": "👋 Ich habe dir {partner} vorgestellt. <b>Habt ihr gesprochen?</b>",
    "follow_up_talked": "Schön – notiert. Du kannst es jederzeit ändern.",
    "follow_up_hired": "🎉 Wunderbar – notiert. Du kannst es jederzeit ändern.",
    "follow_up_not_a_fit": "Danke für die Rückmeldung – notiert. Du kannst es jederzeit ändern.",
    "follow_up_not_yet": "Keine Eile. Ich frage in ein paar Tagen noch einmal.",
    "follow_up_not_yet_last": "Macht nichts – notiert. Ich frage nicht noch einmal; du kannst es jederzeit ändern.",
    "button_talked": "Wir haben gesprochen",
    "button_hired": "🎉 Auftrag!",
    "button_not_a_fit": "Passte nicht",
    "button_not_yet": "Noch nicht",
    "repair": (
        "Anscheinend seht ihr verschieden, ob ihr gesprochen habt – Nachrichten gehen manchmal unter. Vielleicht noch "
        "einmal schreiben?"
    ),
    "button_show_introduction": "🤝 Vorstellung zeigen",
    "partner_gone": "Dein Gegenüber ist nicht mehr da, hier lässt sich nichts mehr ändern.",
    "thanks_asked_giver": "💛 Soll ich {partner} in der Gruppe danken? Nur wenn ihr beide zustimmt.",
    "thanks_asked_receiver": (
        "💛 Soll ich {partner} in der Gruppe für diese Empfehlung danken? Nur wenn ihr beide zustimmt."
    ),
    "thanks_asked_back": "💛 {partner} möchte in der Gruppe Danke sagen, mit euren Namen. Ist dir das recht?",
    "button_thanks_yes": "💛 Ja, sag es",
    "button_thanks_no": "Lieber privat",
    "thanks_waiting": "💛 Ich sage es, sobald {partner} zustimmt.",
    "thanks_private": "In Ordnung, es bleibt unter euch.",
    "thanks_done": "💛 In der Gruppe gesagt: danke, {partner}.",
    "thanks_said": "💛 {giver} und {receiver} haben sich durch diesen Kreis gefunden – danke euch beiden!",
    "thanks_said_hired": (
        "🎉 Aus einer Empfehlung in diesem Kreis ist ein Auftrag geworden: danke, {giver} und {receiver}!"
    ),
    "thanks_said_gone": "💛 Zwei Mitglieder haben sich durch diesen Kreis gefunden – danke euch beiden!",
    "saved": "Gespeichert.",
    # The nudge
    "nudge_title": "☎️ <b>Heute anrufen: {partner}</b>",
    "nudge_theirs": "{name} sucht: „{words}“",
    "nudge_why_sends": "Du schickst „{words}“ lieber weiter; {name} nimmt das gern.",
    "nudge_why_takes": "{name} schickt „{words}“ lieber weiter; du nimmst das gern.",
    "nudge_why_gap": "Das macht noch niemand, den du kennst: „{words}“.",
    "nudge_why_clients": "Ihr kümmert euch um dieselben Leute, aus verschiedenen Berufen: {words}.",
    "nudge_why_qualities": "Du suchst, was {name} mitbringt: {words}.",
    "nudge_why_new": "Du und {name}, ihr habt noch nie gesprochen.",
    "nudge_why_again": "Du kennst jetzt alle; mit {name} ist es am längsten her.",
    "nudge_why_chosen": "{name} wolltest du zuerst anrufen.",
    "nudge_why_kept": "{name} hast du dir für heute aufgehoben.",
    "nudge_prospect_title": "☎️ <b>Heute anrufen, außerhalb des Kreises: {name}</b>",
    "nudge_why_prospect": "Heute ist im Kreis niemand Neues dran. Zu {name} hast du notiert: „{words}“",
    "nudge_prospect_bare": "Heute ist im Kreis niemand Neues dran. Das ist jemand von deiner eigenen Liste.",
    "nudge_prospect_meet": (
        "🚪 Wege zum Kennenlernen: am Arbeitsplatz, an einem Abend des gemeinsamen Verbands, über jemanden, der euch "
        "beide kennt.\n<b>Erster Schritt:</b> Finde heraus, wie du {name} erreichst, und bitte um zehn Minuten."
    ),
    "button_prospect": "📇 Wunschkontakt",
    "nudge_questions": "<b>Drei Fragen für diesen Anruf</b>",
    "nudge_question_best": (
        "„{words}“ – wer war letztes Jahr am besten für dich, und was kam beim ersten Anruf zur Sprache?"
    ),
    "nudge_question_sends": "„{words}“ schickst du lieber weiter – wohin heute?",
    "nudge_question_takes": "Ich schicke „{words}“ weiter – nimmst du das, oder kennst du jemanden?",
    "nudge_question_ours": "Zu mir passt „{words}“ – wer von deinen Leuten könnte dazugehören?",
    "nudge_reach": "📨 Tippe auf den Namen, um {name} zu schreiben und zehn Minuten auszumachen.",
    "nudge_reach_hours": (
        "📨 Tippe auf den Namen, um {name} zu schreiben. Dort ist es {clock} Uhr; gut passt es von {begins} bis "
        "{ends} deiner Zeit."
    ),
    "nudge_reach_apart": (
        "📨 Tippe auf den Namen, um {name} zu schreiben. Dort ist es {clock} Uhr, eure Tage treffen sich kaum: Schick "
        "eine Sprachnachricht."
    ),
    "nudge_question_client": "Wer war dieses Jahr deine liebste Kundschaft, und was kam beim ersten Anruf zur Sprache?",
    "nudge_question_phrase": "Du achtest auf „{phrase}“ – was steckt meist dahinter, wenn das jemand sagt?",
    "nudge_question_signal": "Was sagen Leute, kurz bevor sie dich brauchen?",
    "nudge_question_mine": "Wen würdest du lieber weiterschicken – vielleicht zu mir?",
    "button_we_talked": "✅ Gesprochen",
    "button_someone_else": "Jemand anderes",
    "button_tomorrow": "Morgen",
    "button_skip_today": "Heute nicht",
    "nudge_talked": "✅ Du hast mit {partner} gesprochen. Gut gemacht!",
    "nudge_else": "Jemand anderes statt {partner}.",
    "nudge_never": "Ich schlage dich und {partner} einander nicht mehr vor. Das erfährt niemand.",
    "button_never": "Diese Person nie",
    "nudge_tomorrow": "Dann morgen: {partner}.",
    "nudge_skipped": "Für heute ausgelassen – {partner} kann warten.",
    "nudge_gone": "Diese Person ist nicht mehr da.",
    "nudge_past": "Das war der Anruf eines anderen Tages. Der heutige steht weiter unten.",
    "button_change": "↩️ Ändern",
    "nudge_nobody_else": "Heute gibt es sonst niemanden. Morgen kommt ein neuer Name.",
    "nudge_is_on": (
        "☎️ Dein Anstoß kommt um <b>{hour}</b> ({zone}). Der nächste: {due}.\nAndere Uhrzeit? Antippen oder /nudge "
        "7:30. Ein Wochentag frei? Einmal tippen."
    ),
    "nudge_is_off": (
        "☎️ Dein Anstoß ist aus. Einmal am Tag könnte ich dir jemanden nennen, bei dem sich ein Anruf lohnt – um wie "
        "viel Uhr?"
    ),
    "nudge_paused": "⏸ Du machst Pause, deshalb kommt kein Anstoß.",
    "nudge_how": "Das kann ich nicht lesen. Versuch es mit /nudge 9:00, /nudge an oder /nudge aus.",
    "button_nudge_off": "Ausschalten",
    "nudge_one_day": "Ein Tag muss bleiben. Ganz ausschalten: /nudge aus",
    # After a call
    "remember_ask": "<b>Ein Satz zum Merken?</b> Schreib ihn einfach; nur du siehst ihn.",
    "button_no_line": "Kein Satz",
    "remembered": "🔖 Gemerkt, nur für dich.",
    "confirm_ask": "☎️ <b>Habt ihr gesprochen, du und {partner}?</b>",
    "confirm_no": "Noch nicht mit {partner} – macht nichts.",
    # The challenge
    "challenge_first": "🏁 <b>{days} Tage, jeden Tag ein neues Gegenüber. Wen rufst du zuerst an?</b>",
    "challenge_name": "<b>{name}</b> – {why}",
    "challenge_begun": "Tag 1. Viel Glück!",
    "challenge_nobody": (
        "Heute gibt es in deinem Kreis niemanden zum Anrufen. Versuch es wieder, wenn jemand dazukommt oder zurück ist."
    ),
    "challenge_no_circle": (
        "Für die Challenge brauchst du einen Kreis. Tippe in deiner Gruppe zuerst auf <b>Dem Kreis beitreten</b>."
    ),
    "challenge_running": "Deine Challenge läuft schon: /challenge",
    "challenge_cannot": "Diese Person kannst du heute nicht anrufen. /challenge nennt andere.",
    "challenge_day": "🏁 <b>Tag {day} von {days}</b>",
    "challenge_is_on": (
        "🏁 Tag {day} von {days}. Der nächste Name kommt mit deinem Anstoß. /pause und /nudge gelten auch hier."
    ),
    "challenge_starts": "🏁 Du bist dabei. Dein erster Name kommt am {day} um {hour}.",
    "challenge_title": "Tag {day} von {days}",
    "challenge_caption": (
        "<b>Tag {day} von {days}</b>: {talked} gesprochen, {skipped} ausgelassen, {left} noch vor dir. Anrufe in "
        "Folge: {streak}. Ruhetage: {rests}."
    ),
    "challenge_stopped": "Deine Challenge ist beendet. Der tägliche Anstoß bleibt: /nudge. Neu anfangen: /challenge",
    "button_stop_challenge": "Challenge beenden",
    "idea_title": "🧭 <b>Heute niemand Neues im Kreis – schau nach draußen</b>",
    "idea_association": (
        "Ein Abend bei deinem Berufsverband.\n<b>Erster Schritt:</b> Such den nächsten Termin und sag einer Person "
        "dort, dass du kommst."
    ),
    "idea_forum": (
        "Ein Forum, in dem deine Kundschaft um Hilfe bittet.\n<b>Erster Schritt:</b> Beantworte dort eine Frage, die "
        "nicht in dein Fach fällt, und sag, in wessen."
    ),
    "idea_article": (
        "Ein Artikel darüber, wann man besser zu jemand anderem geht als zu dir.\n<b>Erster Schritt:</b> Schreib den "
        "Titel und den Namen der einen Person, die du um ein Zitat bitten würdest."
    ),
    "idea_owner": (
        "Jemand mit einem Betrieb, den du schon immer bewunderst.\n<b>Erster Schritt:</b> Ruf dort an und frag, wann "
        "zehn Minuten Zeit sind."
    ),
    "idea_supplier": (
        "Jemand, der kurz vor dir an dieselben Leute verkauft.\n<b>Erster Schritt:</b> Frag deinen letzten "
        "Auftraggeber, wer das war, und nach dem Namen."
    ),
    "idea_client": (
        "Jemand aus deiner Kundschaft, der alle kennt.\n<b>Erster Schritt:</b> Frag, für welchen Beruf dort noch eine "
        "gute Adresse fehlt."
    ),
    "idea_neighbour": (
        "Der Betrieb nebenan.\n<b>Erster Schritt:</b> Geh hinüber und frag nach der liebsten Kundschaft dort und wer "
        "sie schickt."
    ),
    "idea_event": (
        "Ein Vortrag, ein Markt oder eine Messe in dieser Woche.\n<b>Erster Schritt:</b> Such dir etwas aus und "
        "schreib auf, welche zwei Leute du dort treffen willst."
    ),
    "button_idea_done": "✅ Erledigt",
    "button_another_idea": "Etwas anderes",
    "idea_done": "✅ Erledigt – das zählt als Anruf von heute.",
    "idea_left": "In Ordnung, heute nicht das.",
    "summary_title.one": "🎉 <b>21 Tage. Du hast mit {n} Mitglied gesprochen.</b>",
    "summary_title.other": "🎉 <b>21 Tage. Du hast mit {n} Mitgliedern gesprochen.</b>",
    "summary_trades": "<b>Wen du jetzt empfehlen kannst</b>",
    "summary_met": "• <b>{name}</b> – {trade}",
    "summary_line": "🔖 <i>{words}</i>",
    "summary_came": "Was seit deinem Anfang daraus geworden ist: Vorstellungen {introductions}, Aufträge {hired}.",
    "summary_refer": (
        "Eins fehlt noch, und darum geht es: Nenn jemanden, der nicht ganz zu dir passt, und ich finde, wer passt. "
        "/refer"
    ),
    "button_share": "🖼 In der Gruppe zeigen",
    "challenge_was_shared": "Es ist in der Gruppe.",
    "challenge_shared.one": "🏁 {name} hat {days} Tage lang angerufen und mit {n} von euch gesprochen.",
    "challenge_shared.other": "🏁 {name} hat {days} Tage lang angerufen: {n} Gespräche. Glückwunsch!",
    "button_drive": "🏁 Challenge für alle",
    "drive_when": (
        "🏁 {days} Tage für alle in <b>{title}</b>, die mögen. Die Gruppe bekommt eine Karte. An welchem Tag soll es "
        "losgehen?"
    ),
    "drive_begun": "Die Karte ist in der Gruppe.",
    "drive_day_past": "Dieser Tag steht nicht mehr zur Wahl. Bitte lass dir die Tage noch einmal zeigen.",
    "drive_card": (
        "🏁 <b>{days} Tage, jeden Tag ein neues Gegenüber</b>\nLos geht es am {day}. Alle erfahren privat, wen sie "
        "anrufen, warum und was sie fragen können; Pausen und freie Tage sind in Ordnung."
    ),
    "drive_in.one": "{n} Mitglied ist dabei.",
    "drive_in.other": "{n} Mitglieder sind dabei.",
    "drive_nobody_in": "Wer ist zuerst dabei?",
    "button_drive_join": "🙋 Bin dabei",
    # The perfect collaborator
    "question_seeks": (
        "<b>Was suchst du bei jemandem, mit dem du zusammenarbeitest?</b>\nTippe an, was dir wichtig ist, oder "
        "schreib es in deinen Worten."
    ),
    "question_brings": (
        "<b>Und was bringst du selbst in eine Zusammenarbeit mit?</b>\nEin, zwei Sätze; andere lesen sie, bevor sie "
        "anrufen."
    ),
    "quality_openness": "Offen für Zusammenarbeit",
    "quality_skills": "Solides Können und Wissen",
    "quality_integrity": "Integrität",
    "quality_honesty": "Ehrlichkeit",
    "quality_commitment": "Verbindlichkeit",
    "quality_focus": "Klarer Fokus",
    "button_qualities_done": "Weiter ▶️",
    "button_collaborator": "🤝 Zusammenarbeit",
    "collaborator_done": "🤝 Notiert. So wähle ich besser aus, wen du anrufst und wer dich anruft. /challenge",
    "label_seeks": "Sucht in der Zusammenarbeit",
    "label_brings": "Bringt in die Zusammenarbeit mit",
    # Learning
    "suggestion_perfect_client": (
        "🧠 Du hast drei Anfragen übernommen, von denen bei deinem Wunschkunden kaum etwas steht."
    ),
    "suggestion_not_a_fit": (
        "🧠 Du hast drei Anfragen derselben Art abgelehnt. Soll ich mir merken, dass das nicht passt?"
    ),
    "suggestion_words": "<b>{label}</b> könnte lauten:",
    "suggestion_taken": "🧠 <b>{label}</b> ist geändert. /profile",
    "suggestion_declined": "🧠 <b>{label}</b> bleibt, wie es ist.",
    "button_use_it": "✅ Übernehmen",
    "button_edit": "✏️ Bearbeiten",
    "button_no_thanks": "Nein, danke",
    "button_lessons": "🧠 Was ich gelernt habe",
    "button_past_asks": "🔍 Wie frühere Anfragen wirkten",
    "lessons_none": (
        "Aus deinen Antworten habe ich noch nichts gelernt: Ich lerne aus Anfragen, die du übernimmst, und aus denen, "
        "die nicht deine Kundschaft sind."
    ),
    "lessons_title": (
        "🧠 <b>Was ich aus deinen Antworten gelernt habe.</b> Das siehst nur du; mit 🗑 vergesse ich etwas."
    ),
    "lessons_taken": "\n<b>Passt zu dir</b>",
    "lessons_passed": "\n<b>Passt nicht zu dir</b>",
    "lesson_line": "{number}. <i>{ask}</i>",
    "past_none": "In deinen Kreisen gab es noch keine Anfragen.",
    "past_title": (
        "🔍 <b>Die letzten Anfragen in deinen Kreisen.</b> Tippe eine an und sieh, wie sie neben deinen Angaben aussah."
    ),
    "seen_likely": (
        "✅ Das sieht nach dir aus. Wenn du nicht gefragt wurdest, passte jemand noch besser, oder du warst nicht da."
    ),
    "seen_unlikely": "Das sah nicht nach dir aus.",
    "seen_words": "<b>Diese Worte kamen sich am nächsten:</b>",
    # Refer out
    "refer_how": (
        "🎁 <b>Wen schickst du lieber weiter?</b>\nBeschreib in ein, zwei Sätzen, worum es geht, ohne Namen – zum "
        "Beispiel:\n<code>/refer eine fünfköpfige Familie, sechs Koffer, braucht am Wochenende einen "
        "Kleinbus</code>\n\nIch frage passende Mitglieder privat; die Gruppe erfährt nichts. Schreib es jetzt, oder "
        "/cancel."
    ),
    "refer_title": "🎁 <b>Du gibst jemanden weiter</b>",
    "refer_left_out": "🔒 Die Kontaktdaten habe ich weggelassen. Ich frage danach, sobald jemand Ja sagt.",
    "refer_which_circle": "<b>In welchem Kreis soll ich suchen?</b>",
    "refer_why": "<b>Warum gibst du weiter?</b> Wer gefragt wird, sieht es.",
    "refer_rules": "\n📜 <b>Deine eigenen Regeln</b>, bevor du wählst. Die siehst nur du.",
    "refer_reason_fit": "Passt nicht zu mir",
    "refer_reason_capacity": "Keine Zeit",
    "refer_reason_outgrown": "Für mich zu groß geworden",
    "refer_reason_scope": "Mache ich nicht",
    "button_refer_drop": "Lieber nicht",
    "refer_dropped": "In Ordnung – niemand wurde gefragt, und nichts bleibt gespeichert.",
    "refer_because": "Grund: <i>{reason}</i>",
    "refer_on_its_way": "Ich suche, wer passt.",
    "refer_looking": "Ich suche, wer passt …",
    "refer_unclear": (
        "Mir ist noch nicht klar, wer gebraucht wird, deshalb habe ich niemanden gefragt. Schließ es und schreib es "
        "noch einmal: für wen, wofür, wo?"
    ),
    "refer_nobody": (
        "Bisher passt das zu niemandem so richtig. Ich halte es offen; wer gefragt wurde, kann noch Ja sagen."
    ),
    "refer_nobody_yet": "Zu „{ask}“ hat noch niemand Ja gesagt. Es bleibt offen, bis die Zeit um ist.",
    "refer_edit_over": "Das ist abgeschlossen, die neuen Worte ändern also nichts. Noch jemanden weitergeben: /refer",
    "refer_expired": (
        "⌛ Für „{ask}“ hat sich rechtzeitig niemand gefunden. Mit /refer kannst du es noch einmal versuchen – ein "
        "konkretes Wort dazu, was gebraucht wird, hilft oft."
    ),
    "refer_no_circle": (
        "Du bist noch in keinem Kreis, also kann ich niemanden fragen. Tritt zuerst in einer Gruppe dem Kreis bei."
    ),
    "refer_offer_title": "🎯 <b>Ist das was für dich?</b>\n{name} gibt jemanden weiter, in {circle}:",
    "refer_differs": "<b>Worin ihr euch unterscheidet:</b>\n{name}: „{theirs}“\nDu: „{yours}“",
    "refer_introduced_giver": "🤝 <b>In guten Händen:</b> {partner} sagt Ja.",
    "refer_introduced_receiver": "🤝 <b>Neue Kundschaft für dich</b>, von {partner}:",
    "refer_consent_first": "Ich frage {name}, ob der Kontakt erwünscht ist; danach sage ich dir mehr.",
    "refer_first_line_giver": "Hallo {name}, danke, dass du „{ask}“ übernimmst. Möchtest du vorher noch etwas wissen?",
    "refer_first_line_receiver": "Hallo {name}, hier ist {me} – danke für „{ask}“. Wollen wir kurz darüber sprechen?",
    "consent_question": "🔒 <b>Ist die Person damit einverstanden, dass {partner} sich meldet?</b>",
    "consent_yes": "Ja",
    "consent_not_yet": "Noch nicht",
    "consent_no": "Nein",
    "consent_is_not_yet": "Keine Eile – tippe auf <b>Ja</b>, sobald du das Okay hast.",
    "consent_is_no": "In Ordnung: {partner} erfährt keinen Namen. Ihr könnt trotzdem miteinander sprechen.",
    "consent_passed_on": "Das sieht nur {partner}, bis 30 Tage nach dem Ergebnis:\n<i>{client}</i>",
    "client_write": (
        "Schreib den Namen und einen Weg, die Person zu erreichen. Das sieht nur {name}, und 30 Tage nachdem du mir "
        "sagst, wie es gelaufen ist, wird es gelöscht. Lieber nicht? /cancel"
    ),
    "client_empty": "Ich brauche einen Namen und einen Kontakt – oder schick /cancel.",
    "client_too_long": "Ein Name und ein Kontakt genügen. Bitte höchstens {most} Zeichen.",
    "client_passed_on": "Weitergegeben – danke!",
    "client_agreed": (
        "📇 {name} hat das Okay für den Kontakt:\n<b>{client}</b>\n\nDas siehst nur du; 30 Tage nach dem Ergebnis "
        "wird es gelöscht."
    ),
    "client_is_not_yet": "⏳ {name} klärt noch, ob der Kontakt erwünscht ist.",
    "client_is_no": "Der Kontakt ist nicht erwünscht. Sprich mit {name}, ob es einen anderen Weg gibt.",
    "client_moved_on": "📇 Inzwischen ist jemand anderes dran; die Kontaktdaten sind hier gelöscht.",
    "consent_past": "Inzwischen hat jemand anderes übernommen: siehe unten.",
    "client_erased": "📇 Die Kontaktdaten sind gelöscht.",
    "client_receiver_gone": "Wer übernommen hatte, ist nicht mehr da. Mit /refer kannst du noch einmal weitergeben.",
    # Goodwill in numbers
    "stats_title": "📊 <b>Dein Geben und Nehmen</b> · diesen Monat · insgesamt",
    "stats_given": "🎁 Gegeben: <b>{month}</b> · {total}",
    "stats_handed_on": "↪️ davon aus deiner Kundschaft: <b>{month}</b> · {total}",
    "stats_received": "📥 Bekommen: <b>{month}</b> · {total}",
    "stats_called": "☎️ Angerufen: <b>{month}</b> · {total}",
    "stats_thanked": "💛 Bedankt: <b>{month}</b> · {total}",
    "stats_private": "\nDas siehst nur du. Dein Kreis erfährt davon nur, wo ihr beide Danke sagt.",
    "button_refer": "🎁 Jemanden weitergeben",
    "button_numbers": "📈 Zahlen",
    "button_gaps": "🧩 Lücken",
    "numbers_title.one": "📈 <b>{title}</b>, {n} Mitglied · diesen Monat · insgesamt",
    "numbers_title.other": "📈 <b>{title}</b>, {n} Mitglieder · diesen Monat · insgesamt",
    "numbers_asks": "🔎 Anfragen: <b>{month}</b> · {total}",
    "numbers_handed_on": "🎁 Weitergaben: <b>{month}</b> · {total}",
    "numbers_introduced": "🤝 Vorstellungen: <b>{month}</b> · {total}",
    "numbers_talked": "💬 Gespräche: <b>{month}</b> · {total}",
    "numbers_hired": "🎉 Aufträge: <b>{month}</b> · {total}",
    "numbers_unmet": "🧩 Niemand gefunden: <b>{month}</b> · {total}",
    "numbers_calls": "☎️ Anrufe: <b>{month}</b> · {total}",
    "numbers_thanked": "💛 Danke gesagt: <b>{month}</b> · {total}",
    "button_numbers_file": "📄 Als Datei",
    "button_met": "🕸 Wer wen kennt",
    "numbers_file_caption": "<b>{title}</b>, Monat für Monat. Ohne Namen.",
    "met_caption": "🕸 <b>{title}</b>: {met} von {possible} Paaren haben gesprochen.",
    "met_too_few": "🕸 Ab zwei Mitgliedern kann ich zeichnen, wer wen kennt.",
    "gaps_title": (
        "🧩 <b>{title}: wen als Nächstes einladen</b>\nWas hier in den letzten {days} Tagen niemand übernehmen konnte:"
    ),
    "gap_line.one": "<b>{number}.</b> Fehlte {n} Mal: wer richtig ist für",
    "gap_line.other": "<b>{number}.</b> Fehlte {n} Mal: wer richtig ist für",
    "gap_ask": "• <i>{ask}</i>",
    "gaps_none": (
        "🧩 Keine Lücken: Für jede Anfrage der letzten {days} Tage hat sich jemand gefunden, oder sie läuft noch."
    ),
    # Reflection
    "reflect_intro": (
        "🪞 <b>Zehn Fragen zu deiner Branche und den Leuten darin.</b> Die Antworten siehst nur du. Überspring, was "
        "du magst; mit /cancel hörst du auf und behältst das Gesagte, mit /reflect geht es weiter."
    ),
    "reflect_rivals": (
        "<b>Wer ist in deiner Branche deine stärkste Konkurrenz?</b>\nNamen genügen, mit Kommas getrennt."
    ),
    "reflect_otherwise": "<b>Wenn es dich nicht gäbe: Wer wäre für deine Kundschaft da?</b>",
    "reflect_services": "<b>Welche Leistungen dort sind die gleichen wie deine, welche sind anders?</b>",
    "reflect_referred": (
        "<b>Hast du schon einmal jemanden, der nicht ganz zu dir passte, dorthin empfohlen?</b>\nWie ist es gelaufen?"
    ),
    "reflect_stops": "<b>Was hält dich davon ab, jemanden dorthin zu empfehlen?</b>\nEin Grund pro Zeile.",
    "reflect_conditions": "<b>Unter welchen Bedingungen würdest du es tun?</b>\nEine Bedingung pro Zeile.",
    "reflect_association": "<b>Bist du in einem Verband deiner Branche?</b>\nIn welchem?",
    "reflect_brought": "<b>Was hat er dir gebracht?</b>",
    "reflect_contacts": "<b>Wen kennst du dort noch?</b>\nNamen, mit Kommas getrennt.",
    "reflect_customer": (
        "<b>Wen, der nicht ganz zu dir passt, könntest du jetzt weitergeben?</b>\nWas gebraucht wird, in einer Zeile "
        "– kein Name, keine Nummer."
    ),
    "topic_rivals": "Stärkste Konkurrenz",
    "topic_otherwise": "Wer sonst für sie da wäre",
    "topic_services": "Gleiche und andere Leistungen",
    "topic_referred": "Schon einmal dorthin empfohlen",
    "topic_stops": "Was mich abhält",
    "topic_conditions": "Unter welchen Bedingungen",
    "topic_association": "Verband",
    "topic_brought": "Was er mir gebracht hat",
    "topic_contacts": "Wen ich dort kenne",
    "topic_customer": "Wen ich jetzt weitergeben kann",
    "button_enough": "Genug für jetzt",
    "button_answers": "🪞 Meine Antworten",
    "button_rules": "📜 Wann ich weitergebe",
    "button_delete_answers": "🗑 Alle Antworten löschen",
    "reflect_title": "🪞 <b>Deine Antworten.</b> Die siehst nur du. Eine Zahl öffnet die Frage zum Lesen und Ändern.",
    "reflect_line": "{number}. {label}: <i>{answer}</i>",
    "reflect_past": "Diese Frage ist schon durch. Mit /reflect änderst du jede Antwort.",
    "reflect_stopped": "🪞 Hier machen wir Schluss. Was du gesagt hast, bleibt; mit /reflect geht es weiter.",
    "reflect_dropped": "Gelöscht.",
    "reflect_delete_sure": (
        "Soll ich alle deine Antworten löschen? Deine Regeln fürs Weitergeben gehen mit; notierte Wunschkontakte "
        "bleiben. <b>Das lässt sich nicht rückgängig machen.</b>"
    ),
    "reflect_deleted": "🗑 Alle deine Antworten sind gelöscht. Mit /reflect fängst du neu an.",
    "names_offered": (
        "📇 Tippe an, wen ich bei deinen Wunschkontakten (/prospects) notieren soll. Noch einmal tippen nimmt es "
        "zurück."
    ),
    "names_inside": "👥 {name} ist schon in deinem Kreis: <code>/overlap {name}</code>",
    "reflect_refer": (
        "🎁 Das könnte deine erste Weitergabe sein. Tippe zum Kopieren und schick es mir:\n<code>/refer "
        "{customer}</code>"
    ),
    "reflect_done": "🪞 <b>Das waren alle zehn. Was sich geändert hat:</b>",
    "done_prospects.one": "📇 {n} Name von dir steht bei deinen Wunschkontakten (/prospects): {names}.",
    "done_prospects.other": "📇 {n} Namen von dir stehen bei deinen Wunschkontakten (/prospects): {names}.",
    "done_no_prospects": (
        "📇 Keine neuen Wunschkontakte: Die Namen aus den Fragen 1, 2 und 9 kannst du antippen und so notieren."
    ),
    "done_rules.one": (
        "📜 Aus deinen Bedingungen ist {n} Regel fürs Weitergeben geworden, die du jederzeit nachlesen kannst."
    ),
    "done_rules.other": (
        "📜 Aus deinen Bedingungen sind {n} Regeln fürs Weitergeben geworden, die du jederzeit nachlesen kannst."
    ),
    "done_no_rules": "📜 Noch keine Regeln fürs Weitergeben: Sie entstehen aus den Fragen 5 und 6.",
    "done_overlap": "↔️ /overlap erinnert dich jetzt daran, welche Leistungen gleich sind und welche anders.",
    "done_no_overlap": "↔️ Nichts Neues für /overlap: Dafür ist Frage 3 da.",
    "rules_title": "📜 <b>Deine Regeln fürs Weitergeben</b>, in deinen Worten. Das siehst nur du.",
    "rules_none": "📜 Du hast noch keine Regeln fürs Weitergeben. Sie entstehen aus zwei Antworten:",
    "rules_when": "\n<b>Ich gebe weiter, wenn</b>",
    "rules_unless": "\n<b>Was mich abhält</b>",
    "rules_line": "• <i>{rule}</i>",
    # Overlap
    "overlap_whom": "↔️ Mit wem? Tippe auf einen Namen: Ich zeige, wo ihr euch überschneidet und wo nicht.",
    "overlap_self": "↔️ Mit dir selbst überschneidest du dich ganz. Versuch es mit einem anderen Namen: /who",
    "overlap_mute_me": (
        "↔️ Zum Vergleichen weiß ich zu wenig von dir: was du machst und wer dein Wunschkunde ist. /profile"
    ),
    "overlap_mute": (
        "↔️ {name} hat noch nicht gesagt, worum es bei der eigenen Arbeit geht, also gibt es nichts zu vergleichen."
    ),
    "overlap_title": "↔️ <b>Du und {name}</b>",
    "overlap_services": "<b>Das macht ihr beide</b>",
    "overlap_clients": "<b>Für die seid ihr beide da</b>",
    "overlap_pair": "• „{mine}“ – {name}: „{theirs}“",
    "overlap_little": "Wenig: In euren Worten finde ich weder Kundschaft noch Leistungen, die sich überschneiden.",
    "overlap_apart": "<b>Worin ihr euch unterscheidet</b>",
    "overlap_mine": "• du: „{mine}“",
    "overlap_theirs": "• {name}: „{theirs}“",
    "overlap_same_trade": "<b>Derselbe Beruf. Was euch unterscheidet</b>",
    "overlap_my_words": "• deine Worte: {words}",
    "overlap_their_words": "• Worte von {name}: {words}",
    "overlap_no_words": "• kein einziges Wort. Eine der beiden Angaben könnte genauer sagen, wer perfekt ist: /profile",
    "overlap_both_asked": "🎯 Eine Anfrage für den Wunschkunden von einem von euch würde euch beide erreichen.",
    "overlap_mine_reach": "🎯 Eine Anfrage für deinen Wunschkunden könnte auch {name} erreichen.",
    "overlap_theirs_reach": "🎯 Eine Anfrage für den Wunschkunden von {name} könnte auch dich erreichen.",
    "overlap_deal": "<b>Die Abmachung</b>",
    "overlap_send_me": "➡️ Schick mir: „{wanted}“",
    "overlap_send_them": "⬅️ Ich schicke dir: „{wanted}“",
    "overlap_refused_by_them": "({name} schickt lieber weiter: „{refused}“)",
    "overlap_refused_by_me": "(passt nicht zu dir: „{refused}“)",
    "overlap_no_deal": "In euren Worten steht nichts, was ihr einander schicken könntet.",
    "overlap_note": "🪞 Nur für dich, aus /reflect: <i>{note}</i>",
    # Prospects
    "prospects_title": (
        "📇 <b>Deine Wunschkontakte</b>: Leute außerhalb des Kreises. Diese Liste siehst nur du.\n☎️ anrufen · ✅ "
        "angerufen · ✉️ eingeladen · 🤝 dabei"
    ),
    "prospects_none": (
        "📇 Noch niemand notiert. Mit wem außerhalb deines Kreises würdest du gern zusammenarbeiten? Tippe unten, "
        "oder schick\n<code>/prospects Petra Lau – leitet die Floristen-Innung</code>"
    ),
    "prospect_line": "{sign} <b>{name}</b> – {line}",
    "prospect_bare": "{sign} <b>{name}</b>",
    "state_to_call": "Anrufen",
    "state_called": "Angerufen",
    "state_invited": "Eingeladen",
    "state_joined": "Dabei",
    "button_add_prospect": "➕ Jemanden notieren",
    "button_all_prospects": "📇 Alle Wunschkontakte",
    "button_drop_prospect": "🗑 Löschen",
    "button_invite": "✉️ Einladen: {circle}",
    "button_send_invitation": "✉️ Chat wählen und senden",
    "button_show_member": "👤 Zeigen",
    "prospect_write": (
        "Wer ist es? Ein Name und nach einem Strich, warum: <i>Petra Lau – leitet die Floristen-Innung</i>. Keine "
        "Telefonnummer, keine Adresse. Lieber nicht? /cancel"
    ),
    "prospect_left_out": "✂️ Die Kontaktdaten von {name} habe ich weggelassen: Dafür fehlt mir die Zustimmung.",
    "prospect_contact": (
        "Kontaktdaten behalte ich nur mit Zustimmung. Bitte nur ein Name und, wenn du magst, ein Satz dazu, warum."
    ),
    "prospect_full": "Deine Liste ist voll. Lösche zuerst jemanden: /prospects",
    "prospect_gone": "Dieser Name steht nicht mehr auf deiner Liste.",
    "prospect_deleted": "🗑 Aus deinen Wunschkontakten gelöscht.",
    "prospect_is_member": "👥 {name} ist schon in deinem Kreis, also kein Wunschkontakt.",
    "invitation": (
        "✉️ Für {name}. Ich selbst schreibe nie dorthin: Tippe zum Kopieren oder wähl einen Chat.\n\n"
        "<code>{words}</code>"
    ),
    "invitation_words": (
        "Hallo {name}, ein paar von uns schicken einander die Kundschaft, die anderswo besser passt, in einem Kreis "
        "namens {circle}. Ich habe an dich gedacht. Wenn dir die Idee gefällt, hole ich dich in unsere "
        "Telegram-Gruppe; dann genügt ein Fingertipp zum Beitreten:"
    ),
    # Holidays
    "paused": "⏸ Schöne Pause! Keine Anfragen und kein Anstoß, bis du /resume schickst.",
    "paused_days.one": "⏸ Schöne Pause! Keine Anfragen und kein Anstoß für {n} Tag.",
    "paused_days.other": "⏸ Schöne Pause! Keine Anfragen und kein Anstoß für {n} Tage.",
    "pause_how": (
        "Für wie viele Tage? Zum Beispiel /pause 7 – höchstens {most} – oder einfach /pause, bis du zurück bist."
    ),
    "button_resume": "▶️ Bin wieder da",
    "resumed": "▶️ Willkommen zurück! Anfragen und Anstöße gehen weiter.",
    "not_paused": "Du machst gerade keine Pause; Anfragen und Anstöße sind an.",
    "welcome_back": (
        "▶️ Willkommen zurück! Deine Pause ist vorbei, Anfragen und Anstöße gehen weiter. Doch länger? /pause"
    ),
    # Hosts
    "circle_settings": (
        "⚙️ <b>{title}</b>\nMitglieder auf einmal gefragt: {size}\nZeit zum Antworten: {wait}\nEine Anfrage bleibt "
        "offen: {expiry}\n„Wie ist es gelaufen?“ nach: {follow_up}\nZeitzone: {zone}\n\nUnten in dieser Reihenfolge: "
        "Mitglieder auf einmal, Zeit zum Antworten, offen für, Nachfrage."
    ),
    "button_zone": "🕑 Zeitzone",
    "button_exposure": "📊 Wer gefragt wurde",
    "exposure_title": "📊 <b>{title}</b>, die letzten {days} Tage: gefragt · zuerst gefragt · Ja gesagt",
    "exposure_line": "{name}: {asked} · {first} · {claimed}",
    "circle_zone_question": "Welche Zeitzone hat <b>{title}</b>? Nenn einen Ort (Bremen) oder den Abstand zu UTC (+2).",
    "hosts_only": "Das ist für die Admins dieser Gruppe.",
    # Data and help
    "export_caption": "Alles, was ich über dich aufbewahre – und nichts Vertrauliches von anderen.",
    "forget_sure": (
        "Soll ich alles löschen, was ich über dich weiß – Angaben, Antworten, Anfragen, Vorstellungen? Andere "
        "behalten ihre eigene Geschichte ohne deinen Namen. <b>Das lässt sich nicht rückgängig machen.</b>"
    ),
    "button_forget_yes": "🗑 Alles löschen",
    "button_forget_no": "Behalten",
    "forgotten": "Erledigt – alles ist gelöscht. Wenn du einmal wiederkommst, fang mit dem Knopf in deiner Gruppe an.",
    "forget_kept": "Es wurde nichts gelöscht.",
    "privacy": (
        "🔒 <b>Was ich lese:</b> Befehle, Antworten an mich und Erwähnungen von mir. Sonst nichts in der Gruppe.\n"
        "<b>Was ich aufbewahre:</b> was du mir hier sagst, deine Anfragen und Antworten, wer wem vorgestellt wurde; "
        "bei jemandem, den du weitergibst, die Kontaktdaten bis 30 Tage nach dem Ergebnis.\n<b>Wer es sieht:</b> Die "
        "Mitglieder deines Kreises sehen deine Angaben. Die Gruppe sieht, wie es um eine Anfrage steht – nie, wer "
        "gefragt wurde oder abgelehnt hat. Kontaktdaten sind verdeckt, bis jemand Ja sagt; danach seht nur ihr beide "
        "sie.\n/export zeigt alles, /forget löscht es."
    ),
    "language_choose": "Welche Sprache darf es sein?",
    "language_en": "English",
    "language_de": "Deutsch",
    "language_set": "Ab jetzt spreche ich Deutsch mit dir.",
    "help_private": (
        "🎁 <b>Kringle</b> bringt dir Anfragen, die zu deinem Wunschkunden passen.\n\n/profile – was ich von dir "
        "weiß, zum Ändern\n/who – Leute in deinen Kreisen\n/refer – jemanden weitergeben\n/stats – was du gegeben und "
        "bekommen hast\n/nudge – dein täglicher Anruf\n/challenge – 21 Tage, jeden Tag ein neues Gegenüber\n/overlap "
        "– wo du dich mit jemandem überschneidest\n/reflect – zehn Fragen nur für dich\n/prospects – Leute, die du "
        "für den Kreis gewinnen willst\n/pause, /resume – eine Pause\n/export, /forget, /privacy – deine Daten\n"
        "/language – deine Sprache\n\nWenn du jemanden suchst, schreib /need in deine Gruppe."
    ),
    "help_group": (
        "🎁 Du suchst für jemanden die richtige Adresse? Schreib <code>/need</code> und wen du brauchst – oder "
        "antworte mit <code>/need</code> auf eine Nachricht. Ich frage passende Mitglieder privat und stelle vor, wer "
        "Ja sagt.\n/circle – wer dabei ist"
    ),
    "cancelled": "In Ordnung, vergessen wir’s.",
    "cancelled_questions": (
        "In Ordnung, hier machen wir Schluss. Was du gesagt hast, bleibt; mit /start geht es weiter."
    ),
    "nothing_to_cancel": "Es gibt gerade nichts abzubrechen.",
    "not_waiting": (
        "Ich warte gerade auf keine Antwort. /help zeigt, was ich kann; wenn du jemanden suchst, schreib /need in "
        "deine Gruppe."
    ),
    "unknown_command": "Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.",
    "only_in_group": "Das geht in deiner Gruppe: Schreib es dort.",
    "only_in_private": "Das geht in unserem privaten Chat, wo nur du es siehst.",
    "button_open_chat": "💬 Chat öffnen",
    "button_outdated": "Dieser Knopf ist aus einer älteren Version. Bitte lass dir einen neuen zeigen.",
    "button_unknown": "Dieser Knopf funktioniert nicht. Bitte lass dir einen neuen zeigen.",
    "button_too_many": "Du hast gerade sehr oft getippt. Bitte warte eine Minute und tippe dann noch einmal.",
    "went_wrong": "Bei mir ist etwas schiefgegangen, das hat nicht geklappt. Bitte versuch es noch einmal.",
    # The menu
    "command_need": "Den Kreis nach der richtigen Adresse fragen",
    "command_circle": "Was dieser Kreis ist und wer dabei ist",
    "command_profile": "Was ich von dir weiß, zum Ändern",
    "command_who": "Leute in deinen Kreisen",
    "command_refer": "Weitergeben, wer nicht ganz zu dir passt",
    "command_stats": "Was ich gegeben und bekommen habe",
    "command_nudge": "Dein täglicher Anruf: Uhrzeit, an, aus",
    "command_challenge": "21 Tage, jeden Tag ein neues Gegenüber",
    "command_reflect": "Zehn Fragen zu deiner Branche, nur für dich",
    "command_overlap": "Wo du dich mit jemandem überschneidest",
    "command_prospects": "Wunschkontakte außerhalb des Kreises",
    "command_pause": "Pause von Anfragen und Anstößen",
    "command_resume": "Zurück aus der Pause",
    "command_language": "Meine Sprache",
    "command_export": "Alles, was ich über dich aufbewahre",
    "command_forget": "Alles über dich löschen",
    "command_privacy": "Was gelesen, aufbewahrt und gesehen wird",
    "command_help": "Was ich kann",
    "command_cancel": "Doch nicht",
}
