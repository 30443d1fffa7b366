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
    "nudge_yours": "Du suchst: „{words}“",
    "nudge_questions": "<b>Drei Fragen für den Anfang</b>",
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
    "nudge_tomorrow": "Dann morgen: {partner}.",
    "nudge_skipped": "Für heute ausgelassen – {partner} kann warten.",
    "nudge_gone": "Diese Person ist nicht mehr da.",
    "nudge_past": "Das war der Anruf eines anderen Tages. Der heutige steht weiter unten.",
    "button_change": "↩️ Ändern",
    "nudge_nobody_else": "Heute gibt es sonst niemanden. Morgen kommt ein neuer Name.",
    "nudge_is_on": (
        "☎️ Dein Anstoß kommt um <b>{hour}</b> ({zone}). Der nächste: {due}.\nAndere Uhrzeit? Antippen oder /nudge 7:30."
    ),
    "nudge_is_off": (
        "☎️ Dein Anstoß ist aus. Einmal am Tag könnte ich dir jemanden nennen, bei dem sich ein Anruf lohnt – um wie "
        "viel Uhr?"
    ),
    "nudge_paused": "⏸ Du machst Pause, deshalb kommt kein Anstoß.",
    "nudge_how": "Das kann ich nicht lesen. Versuch es mit /nudge 9:00, /nudge an oder /nudge aus.",
    "button_nudge_off": "Ausschalten",
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
        "<b>Was ich aufbewahre:</b> was du mir hier sagst, deine Anfragen und Antworten, wer wem vorgestellt wurde.\n"
        "<b>Wer es sieht:</b> Die Mitglieder deines Kreises sehen deine Angaben. Die Gruppe sieht, wie es um eine "
        "Anfrage steht – nie, wer gefragt wurde oder abgelehnt hat. Kontaktdaten sind verdeckt, bis jemand Ja sagt; "
        "danach seht nur ihr beide sie.\n/export zeigt alles, /forget löscht es."
    ),
    "language_choose": "In welcher Sprache soll ich mit dir sprechen?",
    "language_en": "English",
    "language_set": "Ab jetzt spreche ich Deutsch mit dir.",
    "help_private": (
        "🎁 <b>Kringle</b> bringt dir Anfragen, die zu deinem Wunschkunden passen.\n\n/profile – was ich von dir "
        "weiß, zum Ändern\n/who – Leute in deinen Kreisen\n/nudge – dein täglicher Anruf\n/pause, /resume – eine "
        "Pause\n/export, /forget, /privacy – deine Daten\n/language – deine Sprache\n\nWenn du jemanden suchst, "
        "schreib /need in deine Gruppe."
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
    "went_wrong": "Bei mir ist etwas schiefgegangen, das hat nicht geklappt. Bitte versuch es noch einmal.",
    # The menu
    "command_need": "Den Kreis nach der richtigen Adresse fragen",
    "command_circle": "Was dieser Kreis ist und wer dabei ist",
    "command_profile": "Was ich von dir weiß, zum Ändern",
    "command_who": "Leute in deinen Kreisen",
    "command_nudge": "Dein täglicher Anruf: Uhrzeit, an, aus",
    "command_pause": "Pause von Anfragen und Anstößen",
    "command_resume": "Zurück aus der Pause",
    "command_language": "Meine Sprache",
    "command_export": "Alles, was ich über dich aufbewahre",
    "command_forget": "Alles über dich löschen",
    "command_privacy": "Was gelesen, aufbewahrt und gesehen wird",
    "command_help": "Was ich kann",
    "command_cancel": "Doch nicht",
}
