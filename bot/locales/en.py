"""English. Short, warm, concrete; in the order in which a member meets them."""

TEXTS: dict[str, str] = {
    # The group meets the bot
    "circle_welcome": (
        "🎁 Hello, I’m <b>Kringle</b>. When someone here needs the right person for a client, type "
        "<code>/need a bookkeeper for a 5-person bakery</code> – I quietly ask the members whose perfect client that "
        "is, and introduce the one who says yes.\n\nJoin once and asks that fit you will find you."
    ),
    "button_join": "🤝 Join this circle",
    "button_settings": "⚙️ Settings",
    "circle_card.one": "🎁 <b>{title}</b> is a referral circle with {n} member.\nAsk with <code>/need …</code>",
    "circle_card.other": "🎁 <b>{title}</b> is a referral circle with {n} members.\nAsk with <code>/need …</code>",
    "circle_members": "In it: {names}",
    "and_more": "… and {count} more",
    # Start and join
    "start_new": (
        "🎁 Welcome to <b>Kringle</b>.\nI look after referral circles: groups that send a client to the right person "
        "instead of competing for them.\n\nAdd me to your group and I’ll post a join button there. Already in a "
        "circle? Tap <b>Join this circle</b> in your group."
    ),
    "button_add_to_group": "➕ Add me to a group",
    "start_unfinished": "Hello again, {name}. There are a few questions left – shall we?",
    "button_continue": "Continue",
    "start_back": "Hello again, {name}. All set: asks that fit you will find you here. /profile · /who · /nudge",
    "start_forged": "That link is not one of mine, or it is broken. Tap the button in your group once more.",
    "joined": (
        "🤝 Welcome to <b>{circle}</b>, {name}!\nA few short questions, so that the right clients find you. "
        "Skip what you like; you can change everything later with /profile."
    ),
    "joined_known": (
        "🤝 Welcome to <b>{circle}</b>, {name}! I know your statements already, so asks that fit will find you. "
        "/profile shows and changes them."
    ),
    "joined_before": "You are in <b>{circle}</b> already, {name}. /profile shows what I know of you.",
    "join_not_in_group": (
        "That circle is for the people in its group, and I can’t find you there. Join the group first."
    ),
    "join_asleep": "I’m not in that group any more. Somebody has to add me to it again first.",
    "join_unknown": "Telegram didn’t tell me whether you are in that group. Please tap the join button again.",
    "join_too_many": "That’s very many tries within an hour. Please tap the join button again a bit later.",
    "left_circle": "You are no longer in <b>{circle}</b>. Your statements stay until you say /forget.",
    # Profile questions
    "question_what_i_do": "<b>What do you do?</b>\nOne or two sentences, as you would say it at a party.",
    "question_perfect_client": (
        "<b>Who is your perfect client?</b>\nWhom do you serve best? The more concrete – trade, size, situation – the "
        "better the asks I bring you."
    ),
    "question_listen_for": (
        "<b>What do people say right before they need you?</b>\nThree things others should listen for, one per line. "
        "For example: “our boiler died again” – “I have no idea what I earn”."
    ),
    "question_listen_for_trade": (
        "<b>What do people say right before they need you?</b>\nThree things others should listen for, one per line. "
        "In your trade, for example: {said}."
    ),
    "quoted": "“{words}”",
    "question_not_a_fit": "<b>Whom would you rather send on?</b>\nWho is not a fit for you?",
    "question_place": "<b>Where do you work?</b>\nA place, or anywhere.",
    "question_languages": "<b>Which languages do you work in?</b>",
    "question_zone": "<b>What is your time zone?</b>\nName a place (Bristol) or an offset (+2).",
    "question_nudge_at": (
        "<b>When may I nudge you?</b>\nOnce a day I name one collaborator worth a call. Write an hour such as 9:00."
    ),
    "question_known": "So far: <i>{answer}</i>",
    "button_skip": "Skip",
    "button_keep": "Keep it",
    "button_clear": "Remove it",
    "button_anywhere": "Anywhere",
    "button_no_nudge": "No nudge",
    "played_back": "👍 Understood: I’ll bring you asks from – <i>{words}</i>",
    "played_back_brings": "\nFor example:",
    "played_back_sends_on": "But not, I think:",
    "played_back_line": "• <i>{ask}</i>",
    "sharpening_whom": "\nThat may still be a lot of people. Of all you could take – whom are you best for?",
    "sharpening_trouble": "\nWhat is going on at your client’s right before they call you? I’ll listen for it.",
    "sharpening_difference": "\nSomebody here says nearly the same. What do you take that they don’t?",
    "sharpening_limit": "\nWhom would you rather send on?",
    "played_back_vague": (
        "That could be almost anybody, so I would bring you almost anything. Which trade, size or situation makes a "
        "client <i>perfect</i> for you? Write it once more, or keep it."
    ),
    "button_sharpen": "✏️ Make it sharper",
    "setup_done": "🎉 That’s all – you are in. Asks that fit you will arrive here.",
    "setup_done_bare": (
        "👌 That’s all for now. One line on your perfect client is enough for me to bring you asks: whenever you like, "
        "/profile."
    ),
    "question_past": "That question is behind us. /profile changes every answer.",
    "answer_empty": "I need a few words for that – or tap Skip.",
    "answer_too_long": "That is a little long for me. Could you say it in fewer words?",
    "answer_no_zone": "I don’t know that place. Try a larger town nearby, or an offset such as +2.",
    "answer_no_hour": "I can’t read an hour in that. Try 9:00 or 17:30.",
    "words_please": "I can only read words here. Please type it – or say /cancel.",
    # Profile
    "profile_title": "👤 <b>{name}</b>",
    "profile_line": "<b>{label}:</b> {answer}",
    "profile_empty": "<b>{label}:</b> –",
    "profile_circles": "<b>Circles:</b> {circles}",
    "profile_paused": "⏸ On holiday: no offers, no nudges. /resume",
    "profile_change": "\nTap what you want to change.",
    "label_what_i_do": "What I do",
    "label_perfect_client": "Perfect client",
    "label_listen_for": "Listen for",
    "label_not_a_fit": "Not a fit",
    "label_place": "Where I work",
    "label_languages": "Languages",
    "label_zone": "Time zone",
    "label_nudge_at": "Nudge",
    "who_title": "👥 <b>Your circles</b>",
    "who_line": "• <b>{name}</b> – {does}",
    "who_bare": "• <b>{name}</b>",
    "who_nobody": "Nobody else has joined your circle yet. The join button is in the group: /circle",
    "who_unknown": "I know nobody called “{name}” in your circles. /who shows everybody.",
    "who_gone": "They are in none of your circles any more.",
    "who_says_nothing": "Has not said anything about their work yet.",
    "who_paused": "⏸ {name} is on holiday from offers.",
    # An ask in the group
    "ask_empty": "What do you need? For example: <code>/need a bookkeeper for a 5-person bakery</code>",
    "ask_too_long": "That is a little long. Please ask in at most {most} characters.",
    "ask_too_many": "That’s {most} asks within an hour – let’s give people a moment to answer. Try again a bit later.",
    "ask_circle_busy": "This circle has had very many asks within the hour. Please try again a bit later.",
    "ask_anonymous": (
        "You are writing as a group or channel, so I could not introduce anybody to you. Please ask as yourself."
    ),
    "card_title": "🔎 <i>{ask}</i>",
    "card_offering.one": "Asked {asked} of {n} member in private – waiting for a yes.",
    "card_offering.other": "Asked {asked} of {n} members in private – waiting for a yes.",
    "card_offering_more.one": "🤝 Introduced. Looking for one more: asked {asked} of {n} member.",
    "card_offering_more.other": "🤝 Introduced. Looking for one more: asked {asked} of {n} members.",
    "card_nobody": "Nobody here yet whose perfect client that is. <b>Who knows someone?</b>",
    "card_nobody_asked.one": "Nobody yet – asked {asked} of {n} member. <b>Who knows someone?</b>",
    "card_nobody_asked.other": "Nobody yet – asked {asked} of {n} members. <b>Who knows someone?</b>",
    "card_no_members": "Nobody else has joined this circle yet, so there is nobody to ask. <b>Who knows someone?</b>",
    "card_unclear": (
        "I can’t tell yet who is needed, so I have asked nobody. Edit your message – for whom, what for, where? – or: "
        "<b>who knows someone?</b>"
    ),
    "card_introduced.one": "🤝 Introduced.",
    "card_introduced.other": "🤝 Introduced to {n} members.",
    "card_withdrawn": "Withdrawn.",
    "card_expired": "Nobody found in time.",
    "card_hints.one": "💡 {n} name came in.",
    "card_hints.other": "💡 {n} names came in.",
    "button_know_someone": "💡 I know someone",
    "button_close": "Close",
    "button_one_more": "➕ One more",
    "button_meet": "🤝 Meet them",
    "button_read_names": "💡 Read it",
    "closed": "Closed.",
    "looking_again": "Looking for one more.",
    # An offer
    "offer_title": "🎯 <b>Is this yours?</b>\n{name} asks in {circle}:",
    "plain": "{text}",
    "offer_hinted": "💡 {name} thought of you.",
    "offer_because": "<b>Why you:</b>",
    "offer_because_line": "“{ask}” – you: “{statement}”",
    "offer_question": "Only you see this.",
    "button_claim": "✅ I can help",
    "button_pass": "Not my client",
    "button_know": "💡 I know who fits",
    "button_later": "Not now",
    "claim_done": "Wonderful – introducing you.",
    "offer_claimed": "✅ You took this one.",
    "offer_why_not": "No problem. Why not? It helps me ask you the right things.",
    "offer_passed": "Noted: {reason}. Nobody is told. Changed your mind? One tap.",
    "offer_later": "Not now – that’s fine. As long as it is open, one tap takes it.",
    "offer_sent_on": "💡 Thank you for thinking of somebody. As long as it is open, you can still take it.",
    "offer_closed": "Thank you – this one no longer needs you.",
    "offer_waiting": "This one is waiting.",
    "offer_over_introduced": "🙏 Somebody else has taken this one. Thank you for being there.",
    "offer_over_withdrawn": "This request was withdrawn. Thank you for being there.",
    "offer_over_expired": "This request has run out of time. Thank you for being there.",
    "reason_client": "Wrong kind of client",
    "reason_place": "Wrong place",
    "reason_size": "Wrong size or budget",
    "reason_booked": "Fully booked",
    "reason_trade": "Not what I do",
    "pass_noted": "Noted – thank you.",
    "later_noted": "All right, not now.",
    "button_other_reason": "Another reason",
    # After a few passes alike
    "sharpen_client": (
        "🔍 {times} asks were the wrong kind of client for you. What brought them here are these words of yours:\n"
        "<i>“{words}”</i>\n\nA word more on who is perfect, or who is not, keeps such asks away."
    ),
    "sharpen_place": (
        "📍 {times} asks were in the wrong place. Where you work, as you told me: <i>“{words}”</i>\n\n"
        "Name it more exactly, and such asks stay away."
    ),
    "sharpen_size": (
        "🔍 {times} asks were the wrong size or budget. What brought them here are these words of yours:\n"
        "<i>“{words}”</i>\n\nA size or a budget in them keeps such asks away."
    ),
    "sharpen_trade": (
        "🔍 {times} asks were not what you do. What you do, as you told me:\n<i>“{words}”</i>\n\nShall we say it anew?"
    ),
    "sharpen_booked": "📅 You have been fully booked {times} times. Shall I leave you in peace for a while?",
    "button_not_my_fit": "🚫 Say who is not a fit",
    "button_pause_week": "⏸ One week",
    "button_pause_fortnight": "⏸ Two weeks",
    "already_taken": "Somebody has taken this one already. Thank you!",
    "request_over": "This request is over.",
    "edit_too_many": "That was changed very often just now, so I keep the words I have. Edit it again in a while.",
    "edit_over": "That ask is closed, so the new words change nothing. To ask again, type /need in the group.",
    "not_yours": "That button is not for you.",
    "not_author": "Only the person who asked can do that.",
    "not_member": "That is for members of this circle. To join it, tap the button under /circle in the group.",
    # I know someone
    "pick_title": "💡 <b>Who fits?</b>\n<i>{ask}</i>",
    "pick_nobody": "💡 Nobody else is in this circle yet. Do you know somebody outside it?\n<i>{ask}</i>",
    "button_write_name": "✏️ Write a name",
    "hint_write": (
        "Who is it? Write the name and, if you like, a word on why. Only the person who asked sees it; phone numbers "
        "and addresses are left out. /cancel if you’d rather not."
    ),
    "join_first": (
        "💡 Good that you know someone! Names are passed on for members of the circle – joining takes one tap."
    ),
    "hint_in_private": "I’ve written to you in private.",
    "hint_sent": "💡 Thank you! {name} has this ask from me.",
    "hint_thanks": "Thank you!",
    "hint_thanks_written": "💡 Thank you! I have passed the name on; they may ask you for an introduction.",
    "hint_received": "💡 {by} knows somebody for “{ask}”:\n<b>{hint}</b>\n\nAsk {by} to put you in touch.",
    "hint_self": "You can take it yourself: tap “I can help” on the request.",
    "hint_author": "That is the person who asked.",
    "hint_own": "You asked, so this one is for the others.",
    "hint_empty": "I need a name for that – or say /cancel.",
    "hint_away": "They can’t be asked right now. Is there somebody else?",
    # What became of it
    "nobody_yet": "Nobody has said yes yet to “{ask}”. I’ve asked the circle who knows someone.",
    "author_withdrawn": "Withdrawn: “{ask}”. Nobody is waiting for you.",
    "author_withdrawn_more": "Closed: “{ask}”. Nobody else is asked.",
    "author_expired_more": "⌛ Nobody else was found in time for “{ask}”. Whom you have met stays yours.",
    "author_expired": (
        "⌛ Nobody was found in time for “{ask}”. You can ask again – a concrete word on whom it is for often helps."
    ),
    "guest_expired_more": "⌛ {name}, nobody else was found in time for this.",
    "guest_expired": "⌛ {name}, nobody was found in time for this. You are welcome to ask again.",
    # Introductions
    "introduced_giver": "🤝 <b>You have a match.</b> Meet {partner}.",
    "introduced_receiver": "🤝 <b>You are introduced</b> to {partner}, who asked:",
    "introduced_does": "{name}: <i>{does}</i>",
    "introduced_reach": "Tap the name to write to {name}. A first line, if you like:\n<code>{line}</code>",
    "first_line_giver": (
        "Hi {name}, Kringle introduced us – thank you for offering to help with “{ask}”. When suits you?"
    ),
    "first_line_receiver": (
        "Hi {name}, it’s {me} – Kringle introduced us. I’d be glad to help with “{ask}”. When suits you?"
    ),
    "somebody_gone": "Somebody who has left",
    "follow_up": "👋 You were introduced to {partner} over “{ask}”. <b>Did you talk?</b>",
    "follow_up_bare": "👋 You were introduced to {partner}. <b>Did you talk?</b>",
    "follow_up_talked": "Lovely – noted. You can change it any time.",
    "follow_up_hired": "🎉 Wonderful – noted. You can change it any time.",
    "follow_up_not_a_fit": "Thank you for telling me – noted. You can change it any time.",
    "follow_up_not_yet": "No hurry. I’ll ask once more in a few days.",
    "follow_up_not_yet_last": "That’s fine – noted. I won’t ask again; you can change it any time.",
    "button_talked": "We talked",
    "button_hired": "🎉 Hired",
    "button_not_a_fit": "Not a fit",
    "button_not_yet": "Not yet",
    "repair": (
        "It looks as if the two of you see it differently whether you have talked – messages get lost. "
        "Perhaps write once more?"
    ),
    "button_show_introduction": "🤝 Show the introduction",
    "partner_gone": "They have left, so nothing can be changed here any more.",
    "thanks_asked_giver": "💛 Shall I thank {partner} in the group? Only if you both agree.",
    "thanks_asked_receiver": "💛 Shall I thank {partner} in the group for sending you this? Only if you both agree.",
    "thanks_asked_back": "💛 {partner} would like to say thanks in the group, with your names. Is that fine with you?",
    "button_thanks_yes": "💛 Yes, say it",
    "button_thanks_no": "Keep it private",
    "thanks_waiting": "💛 I’ll say it as soon as {partner} agrees.",
    "thanks_private": "All right, it stays between you.",
    "thanks_done": "💛 Said in the group: thank you, {partner}.",
    "thanks_said": "💛 {giver} and {receiver} found each other through this circle – thank you both!",
    "thanks_said_hired": "🎉 A referral in this circle became real work: thank you, {giver} and {receiver}!",
    "thanks_said_gone": "💛 Two members found each other through this circle – thank you both!",
    "saved": "Saved.",
    # The nudge
    "nudge_title": "☎️ <b>Today’s call: {partner}</b>",
    "nudge_theirs": "{name} is after: “{words}”",
    "nudge_why_sends": "You would rather send on “{words}”; {name} takes that.",
    "nudge_why_takes": "{name} would rather send on “{words}”; you take that.",
    "nudge_why_gap": "Nobody you know yet does this: “{words}”.",
    "nudge_why_clients": "You two look after the same people, each with another trade: {words}.",
    "nudge_why_qualities": "You look for what {name} brings: {words}.",
    "nudge_why_new": "You and {name} have not talked yet.",
    "nudge_why_again": "You have met everybody; with {name} it was longest ago.",
    "nudge_why_chosen": "You chose to call {name} first.",
    "nudge_why_kept": "You kept {name} for today.",
    "nudge_prospect_title": "☎️ <b>Today’s call, outside the circle: {name}</b>",
    "nudge_why_prospect": "Nobody new in the circle today. You noted {name}: “{words}”",
    "nudge_prospect_bare": "Nobody new in the circle today. This is one of your own prospects.",
    "nudge_prospect_meet": (
        "🚪 Ways to meet: the place where they work, an evening of an association you share, somebody who knows you "
        "both.\n<b>First step:</b> find out how to reach {name}, and ask for ten minutes."
    ),
    "button_prospect": "📇 Prospect",
    "nudge_questions": "<b>Three questions for this call</b>",
    "nudge_question_best": "“{words}” – who was the best of them last year, and what did they say when they rang?",
    "nudge_question_sends": "You would rather send on “{words}” – where do they go today?",
    "nudge_question_takes": "I send on “{words}” – who takes them, you or somebody you know?",
    "nudge_question_ours": "My people are “{words}” – who among yours could be one of them?",
    "nudge_reach": "📨 Tap the name to write to {name}, and agree on ten minutes.",
    "nudge_reach_hours": (
        "📨 Tap the name to write to {name}. It is {clock} there; {begins} to {ends} your time suits you both."
    ),
    "nudge_reach_apart": (
        "📨 Tap the name to write to {name}. It is {clock} there, and your days hardly meet: send a voice message."
    ),
    "nudge_question_client": "Who was your best client this year, and what did they say when they first rang?",
    "nudge_question_phrase": "You listen for “{phrase}” – what is usually going on when someone says that?",
    "nudge_question_signal": "What do people say right before they need you?",
    "nudge_question_mine": "Who comes to you that you would rather send on – perhaps to me?",
    "button_we_talked": "✅ We talked",
    "button_someone_else": "Someone else",
    "button_tomorrow": "Tomorrow",
    "button_skip_today": "Skip today",
    "nudge_talked": "✅ You talked with {partner}. Well done!",
    "nudge_else": "Someone else instead of {partner}.",
    "nudge_never": "You and {partner} will not be suggested to each other. Nobody is told.",
    "button_never": "Not this person, ever",
    "nudge_tomorrow": "Tomorrow, then: {partner}.",
    "nudge_skipped": "Skipped for today – {partner} can wait.",
    "nudge_gone": "This collaborator has left.",
    "nudge_past": "That was another day’s call. Today’s is further down.",
    "button_change": "↩️ Change",
    "nudge_nobody_else": "There is nobody else today. A new name comes tomorrow.",
    "nudge_is_on": (
        "☎️ Your nudge comes at <b>{hour}</b> ({zone}). Next: {due}.\nAnother hour? Tap it, or /nudge 7:30. "
        "A weekday off? One tap."
    ),
    "nudge_is_off": "☎️ Your nudge is off. Once a day I could name one collaborator worth a call – at which hour?",
    "nudge_paused": "⏸ You are on holiday, so no nudges come.",
    "nudge_how": "I can’t read that. Try /nudge 9:00, /nudge on or /nudge off.",
    "button_nudge_off": "Turn it off",
    "nudge_one_day": "One day has to stay. To turn it off altogether: /nudge off",
    # After a call
    "remember_ask": "<b>One line to remember?</b> Just write it; only you see it.",
    "button_no_line": "No line",
    "remembered": "🔖 Kept, for you alone.",
    "confirm_ask": "☎️ <b>Did you and {partner} talk?</b>",
    "confirm_no": "Not yet with {partner} – that’s fine.",
    # The challenge
    "challenge_first": "🏁 <b>{days} days, one new collaborator a day. Who will you be calling first?</b>",
    "challenge_name": "<b>{name}</b> – {why}",
    "challenge_begun": "Day 1. Good luck!",
    "challenge_nobody": "There is nobody to call in your circle today. Try again when somebody has joined or is back.",
    "challenge_no_circle": "A challenge needs a circle. Tap <b>Join this circle</b> in your group first.",
    "challenge_running": "Your challenge is on already: /challenge",
    "challenge_cannot": "They can’t be called today. /challenge names others.",
    "challenge_day": "🏁 <b>Day {day} of {days}</b>",
    "challenge_is_on": "🏁 Day {day} of {days}. The next name comes with your nudge. /pause and /nudge hold here too.",
    "challenge_starts": "🏁 You are in. Your first name comes on {day} at {hour}.",
    "challenge_title": "Day {day} of {days}",
    "challenge_caption": (
        "<b>Day {day} of {days}</b>: {talked} talked, {skipped} skipped, {left} to come. "
        "Calls in a row: {streak}. Rest days: {rests}."
    ),
    "challenge_stopped": "Your challenge is stopped. The daily nudge stays: /nudge. To begin again: /challenge",
    "button_stop_challenge": "Stop the challenge",
    "idea_title": "🧭 <b>Nobody new in the circle today – look outside</b>",
    "idea_association": (
        "An evening of your trade’s association.\n<b>First step:</b> find the date of the next one and tell one person "
        "there that you are coming."
    ),
    "idea_forum": (
        "A forum where your clients ask for help.\n<b>First step:</b> answer one question there that is not yours, and "
        "say whose it is."
    ),
    "idea_article": (
        "An article on when a client should go to somebody else than you.\n<b>First step:</b> write its title, and "
        "name the one person whom you would ask for a quote."
    ),
    "idea_owner": (
        "The owner of a business that you have always admired.\n<b>First step:</b> ring the shop and ask when the "
        "owner has ten minutes."
    ),
    "idea_supplier": (
        "Somebody who sells to the same clients right before you do.\n<b>First step:</b> ask your last client who that "
        "was, and for the name."
    ),
    "idea_client": (
        "A client of yours who knows everybody.\n<b>First step:</b> ask them for which other trade they would like to "
        "know somebody good."
    ),
    "idea_neighbour": (
        "The business next door.\n<b>First step:</b> walk over and ask who their best client is, and who sends them."
    ),
    "idea_event": (
        "A talk, a market or a fair within the week.\n<b>First step:</b> pick one and write down the two people whom "
        "you want to meet there."
    ),
    "button_idea_done": "✅ Done",
    "button_another_idea": "Something else",
    "idea_done": "✅ Done – that counts as today’s call.",
    "idea_left": "All right, not this one today.",
    "summary_title.one": "🎉 <b>21 days. You talked with {n} member.</b>",
    "summary_title.other": "🎉 <b>21 days. You talked with {n} members.</b>",
    "summary_trades": "<b>Whom you can refer to now</b>",
    "summary_met": "• <b>{name}</b> – {trade}",
    "summary_line": "🔖 <i>{words}</i>",
    "summary_came": "What came of it since you began: introductions {introductions}, real work {hired}.",
    "summary_refer": (
        "One thing is left, and it is the point of it all: name one less-than-perfect customer, and I will find who "
        "fits. /refer"
    ),
    "button_share": "🖼 Show it in the group",
    "challenge_was_shared": "It is in the group.",
    "challenge_shared.one": "🏁 {name} has been through {days} days of calling and talked with {n} of you.",
    "challenge_shared.other": "🏁 {name} has been through {days} days of calling: {n} calls. Congratulations!",
    "button_drive": "🏁 A challenge for all",
    "drive_when": (
        "🏁 {days} days for everybody in <b>{title}</b> who wants to. The group gets one card. "
        "Which day shall it start?"
    ),
    "drive_begun": "The card is in the group.",
    "drive_day_past": "That day is no longer on offer. Please ask for the days once more.",
    "drive_card": (
        "🏁 <b>{days} days, one new collaborator a day</b>\nIt starts on {day}. Each of us hears in private whom to "
        "call, why, and what to ask; holidays and days off are fine."
    ),
    "drive_in.one": "{n} of us is in.",
    "drive_in.other": "{n} of us are in.",
    "drive_nobody_in": "Who is in first?",
    "button_drive_join": "🙋 I’m in",
    # The perfect collaborator
    "question_seeks": (
        "<b>What do you look for in a collaborator?</b>\nTap what matters to you, or write it in your own words."
    ),
    "question_brings": (
        "<b>And what do you bring as a collaborator?</b>\nA sentence or two; others read it before they call."
    ),
    "quality_openness": "Openness to collaborating",
    "quality_skills": "Credible skills and knowledge",
    "quality_integrity": "Integrity",
    "quality_honesty": "Honesty",
    "quality_commitment": "Commitment",
    "quality_focus": "Focus",
    "button_qualities_done": "Go on ▶️",
    "button_collaborator": "🤝 Perfect collaborator",
    "collaborator_done": "🤝 Noted. It helps me choose whom you call, and who calls you. /challenge",
    "label_seeks": "Looks for in a collaborator",
    "label_brings": "Brings as a collaborator",
    # Learning
    "suggestion_perfect_client": "🧠 You have taken three asks that your perfect client hardly mentions.",
    "suggestion_not_a_fit": "🧠 You have passed on three asks of one kind. Shall I remember that it is not a fit?",
    "suggestion_words": "<b>{label}</b> could say:",
    "suggestion_taken": "🧠 <b>{label}</b> is changed. /profile",
    "suggestion_declined": "🧠 <b>{label}</b> stays as it is.",
    "button_use_it": "✅ Use it",
    "button_edit": "✏️ Edit",
    "button_no_thanks": "No, thanks",
    "button_lessons": "🧠 What I learned",
    "button_past_asks": "🔍 How past asks were seen",
    "lessons_none": (
        "I have learned nothing from your answers yet: asks you take, and those you pass on as the wrong "
        "client, teach me."
    ),
    "lessons_title": "🧠 <b>What your answers taught me.</b> Only you see this; 🗑 makes me forget one.",
    "lessons_taken": "\n<b>Yours</b>",
    "lessons_passed": "\n<b>Not yours</b>",
    "lesson_line": "{number}. <i>{ask}</i>",
    "past_none": "There were no asks in your circles yet.",
    "past_title": "🔍 <b>The latest asks in your circles.</b> Tap one to see how it looked beside your statement.",
    "seen_likely": "✅ That looks like yours. If you were not asked, somebody looked closer still, or you were away.",
    "seen_unlikely": "That did not look like yours.",
    "seen_words": "<b>The words that came closest:</b>",
    # Refer out
    "refer_how": (
        "🎁 <b>Whom would you rather send on?</b>\nDescribe the client in a sentence or two, without names – for "
        "example:\n<code>/refer a family of five, six suitcases, needs a minivan this weekend</code>\n\nI ask "
        "fitting members in private; the group hears nothing. Write it now, or /cancel."
    ),
    "refer_title": "🎁 <b>You hand on a client</b>",
    "refer_left_out": "🔒 I left the contact details out. I’ll ask for them once somebody says yes.",
    "refer_which_circle": "<b>In which circle shall I look?</b>",
    "refer_why": "<b>Why do you hand them on?</b> Whoever is asked sees it.",
    "refer_rules": "\n📜 <b>Your own rules</b>, before you choose. Only you see them.",
    "refer_reason_fit": "Not the right fit",
    "refer_reason_capacity": "No capacity",
    "refer_reason_outgrown": "Has outgrown me",
    "refer_reason_scope": "Out of my scope",
    "button_refer_drop": "Rather not",
    "refer_dropped": "All right – nobody was asked, and nothing is kept.",
    "refer_because": "Handed on because: <i>{reason}</i>",
    "refer_on_its_way": "I’m looking for who fits.",
    "refer_looking": "Looking for who fits …",
    "refer_unclear": (
        "I can’t tell yet who is needed, so I have asked nobody. Close it and write it once more: for whom, what for, "
        "where?"
    ),
    "refer_nobody": "Nobody yet whose perfect client that is. I keep it open; whoever was asked can still say yes.",
    "refer_nobody_yet": "Nobody has said yes yet to your client “{ask}”. It stays open until its time is up.",
    "refer_edit_over": "That one is closed, so the new words change nothing. To hand on a client again: /refer",
    "refer_expired": (
        "⌛ Nobody was found in time for your client “{ask}”. You can hand them on again with /refer – a concrete word "
        "on what they need often helps."
    ),
    "refer_no_circle": "You are in no circle yet, so there is nobody to hand a client to. Join one in its group first.",
    "refer_offer_title": "🎯 <b>Is this yours?</b>\n{name} hands on a client, in {circle}:",
    "refer_differs": "<b>Where you differ:</b>\n{name}: “{theirs}”\nYou: “{yours}”",
    "refer_introduced_giver": "🤝 <b>Your client is in good hands:</b> {partner} says yes.",
    "refer_introduced_receiver": "🤝 <b>A client for you</b>, from {partner}:",
    "refer_consent_first": "I’m asking {name} whether the client agrees to be put in touch; then I tell you more.",
    "refer_first_line_giver": "Hi {name}, thank you for taking on “{ask}”. Anything you’d like to know beforehand?",
    "refer_first_line_receiver": "Hi {name}, it’s {me} – thank you for “{ask}”. Shall we talk about them for a moment?",
    "consent_question": "🔒 <b>Has your client agreed to be put in touch with {partner}?</b>",
    "consent_yes": "Yes",
    "consent_not_yet": "Not yet",
    "consent_no": "No",
    "consent_is_not_yet": "No hurry – tap <b>Yes</b> once they have.",
    "consent_is_no": "All right: {partner} hears no name. You can still talk with each other.",
    "consent_passed_on": "Only {partner} sees this, until 30 days after the outcome:\n<i>{client}</i>",
    "client_write": (
        "Write the client’s name and one way to reach them. Only {name} sees it, and it is erased 30 days after you "
        "tell me how it went. /cancel if you’d rather not."
    ),
    "client_empty": "I need a name and a way to reach them – or say /cancel.",
    "client_too_long": "A name and one way to reach them will do. Please use at most {most} characters.",
    "client_passed_on": "Passed on – thank you!",
    "client_agreed": (
        "📇 {name}’s client has agreed to be put in touch:\n<b>{client}</b>\n\nOnly you see this; it is erased 30 days "
        "after the outcome."
    ),
    "client_is_not_yet": "⏳ {name} has yet to hear from the client whether they agree to be put in touch.",
    "client_is_no": "The client would rather not be put in touch. Talk with {name} if there is another way.",
    "client_moved_on": "📇 This client went on to somebody else; their details are erased here.",
    "consent_past": "Somebody else has taken this client since: see below.",
    "client_erased": "📇 The client’s details are erased.",
    "client_receiver_gone": "Whoever took your client has left. You can hand them on again with /refer.",
    # Goodwill in numbers
    "stats_title": "📊 <b>Your goodwill</b> · this month · in all",
    "stats_given": "🎁 Given: <b>{month}</b> · {total}",
    "stats_handed_on": "↪️ of these, clients of yours: <b>{month}</b> · {total}",
    "stats_received": "📥 Received: <b>{month}</b> · {total}",
    "stats_called": "☎️ Called: <b>{month}</b> · {total}",
    "stats_thanked": "💛 Thanked: <b>{month}</b> · {total}",
    "stats_private": "\nOnly you see this. Your circle hears of it only where you both say thanks.",
    "button_refer": "🎁 Hand on a client",
    "button_numbers": "📈 Numbers",
    "button_gaps": "🧩 Gap map",
    "numbers_title.one": "📈 <b>{title}</b>, {n} member · this month · in all",
    "numbers_title.other": "📈 <b>{title}</b>, {n} members · this month · in all",
    "numbers_asks": "🔎 Asks: <b>{month}</b> · {total}",
    "numbers_handed_on": "🎁 Clients handed on: <b>{month}</b> · {total}",
    "numbers_introduced": "🤝 Introductions: <b>{month}</b> · {total}",
    "numbers_talked": "💬 Talked: <b>{month}</b> · {total}",
    "numbers_hired": "🎉 Hired: <b>{month}</b> · {total}",
    "numbers_unmet": "🧩 Nobody found: <b>{month}</b> · {total}",
    "numbers_calls": "☎️ Calls: <b>{month}</b> · {total}",
    "numbers_thanked": "💛 Thanks: <b>{month}</b> · {total}",
    "button_numbers_file": "📄 As a file",
    "button_met": "🕸 Who has met whom",
    "numbers_file_caption": "<b>{title}</b>, month by month. Nobody is named.",
    "met_caption": "🕸 <b>{title}</b>: {met} of {possible} pairs have talked.",
    "met_too_few": "🕸 With two members or more I can draw who has met whom.",
    "gaps_title": "🧩 <b>{title}: whom to invite next</b>\nWhat nobody here could take in the last {days} days:",
    "gap_line.one": "<b>{number}.</b> Missing {n} time: whoever is right for",
    "gap_line.other": "<b>{number}.</b> Missing {n} times: whoever is right for",
    "gap_ask": "• <i>{ask}</i>",
    "gaps_none": "🧩 No gaps: every ask of the last {days} days found somebody, or is still under way.",
    # Reflection
    "reflect_intro": (
        "🪞 <b>Ten questions about your trade and the people in it.</b> Only you ever see the answers. Skip what you "
        "like; /cancel stops and keeps what you said, /reflect goes on."
    ),
    "reflect_rivals": (
        "<b>Who in your industry do you consider your main competition?</b>\nNames are enough, parted by commas."
    ),
    "reflect_otherwise": "<b>If you were not serving your customers, who would be?</b>",
    "reflect_services": "<b>Which of their services are the same as yours, and which differ?</b>",
    "reflect_referred": "<b>Have you ever referred a less-than-perfect customer to one of them?</b>\nHow did it go?",
    "reflect_stops": "<b>What would stop you from referring a customer to one of them?</b>\nOne reason per line.",
    "reflect_conditions": "<b>Under what conditions would you?</b>\nOne condition per line.",
    "reflect_association": "<b>Do you belong to an association of your industry?</b>\nWhich?",
    "reflect_brought": "<b>What has it brought you?</b>",
    "reflect_contacts": "<b>Who else do you know there?</b>\nNames, parted by commas.",
    "reflect_customer": (
        "<b>Which less-than-perfect customer could you refer to a collaborator now?</b>\nWhat they need, in a line – "
        "no name, no number."
    ),
    "topic_rivals": "Main competition",
    "topic_otherwise": "Who else would serve them",
    "topic_services": "Same and different services",
    "topic_referred": "Referred to a rival before",
    "topic_stops": "What would stop me",
    "topic_conditions": "Under what conditions",
    "topic_association": "Association",
    "topic_brought": "What it brought me",
    "topic_contacts": "Whom I know there",
    "topic_customer": "A customer to refer now",
    "button_enough": "Enough for now",
    "button_answers": "🪞 My answers",
    "button_rules": "📜 My refer-out rules",
    "button_delete_answers": "🗑 Delete all answers",
    "reflect_title": "🪞 <b>What you answered.</b> Only you see this. A number opens a question to read or change it.",
    "reflect_line": "{number}. {label}: <i>{answer}</i>",
    "reflect_past": "That question is behind us. /reflect changes every answer.",
    "reflect_stopped": "🪞 We stop here. What you said is kept; /reflect goes on where we were.",
    "reflect_dropped": "Deleted.",
    "reflect_delete_sure": (
        "Shall I delete all your answers? Your refer-out rules go with them; prospects you noted stay. <b>This cannot "
        "be undone.</b>"
    ),
    "reflect_deleted": "🗑 All your answers are deleted. /reflect starts anew.",
    "names_offered": "📇 Tap whom I should note among your /prospects. A second tap takes it back.",
    "names_inside": "👥 {name} is in your circle already: <code>/overlap {name}</code>",
    "reflect_refer": (
        "🎁 That could be your first one to refer out. Tap to copy, then send it to me:\n<code>/refer {customer}</code>"
    ),
    "reflect_done": "🪞 <b>That was all ten. What changed:</b>",
    "done_prospects.one": "📇 {n} name of yours is among your /prospects: {names}.",
    "done_prospects.other": "📇 {n} names of yours are among your /prospects: {names}.",
    "done_no_prospects": "📇 No new prospects: the names of questions 1, 2 and 9 become some with a tap.",
    "done_rules.one": "📜 Your conditions are now {n} refer-out rule that you can read any time.",
    "done_rules.other": "📜 Your conditions are now {n} refer-out rules that you can read any time.",
    "done_no_rules": "📜 No refer-out rules yet: questions 5 and 6 make them.",
    "done_overlap": "↔️ /overlap now reminds you of which services you said are the same, and which differ.",
    "done_no_overlap": "↔️ Nothing new for /overlap: question 3 feeds it.",
    "rules_title": "📜 <b>Your refer-out rules</b>, as you said them. Only you see this.",
    "rules_none": "📜 You have no refer-out rules yet. Two answers make them:",
    "rules_when": "\n<b>I refer a client out when</b>",
    "rules_unless": "\n<b>What holds me back</b>",
    "rules_line": "• <i>{rule}</i>",
    # Overlap
    "overlap_whom": "↔️ With whom? Tap a name: I’ll show where the two of you overlap and where you differ.",
    "overlap_self": "↔️ With yourself you overlap completely. Try another name: /who",
    "overlap_mute_me": ("↔️ I know too little of you to compare: what you do and who your perfect client is. /profile"),
    "overlap_mute": "↔️ {name} has not said yet what they do or whom they serve, so there is nothing to compare.",
    "overlap_title": "↔️ <b>You and {name}</b>",
    "overlap_services": "<b>You both do</b>",
    "overlap_clients": "<b>You both serve</b>",
    "overlap_pair": "• “{mine}” – {name}: “{theirs}”",
    "overlap_little": "Little: in your words I find neither clients nor services that overlap.",
    "overlap_apart": "<b>Where you differ</b>",
    "overlap_mine": "• you: “{mine}”",
    "overlap_theirs": "• {name}: “{theirs}”",
    "overlap_same_trade": "<b>The same trade. What tells you apart</b>",
    "overlap_my_words": "• your words: {words}",
    "overlap_their_words": "• {name}’s words: {words}",
    "overlap_no_words": "• no word of either statement. One of you could say more exactly who is perfect: /profile",
    "overlap_both_asked": "🎯 An ask for either’s perfect client would reach you both.",
    "overlap_mine_reach": "🎯 An ask for your perfect client could reach {name} too.",
    "overlap_theirs_reach": "🎯 An ask for {name}’s perfect client could reach you too.",
    "overlap_deal": "<b>The deal</b>",
    "overlap_send_me": "➡️ Send me: “{wanted}”",
    "overlap_send_them": "⬅️ I will send you: “{wanted}”",
    "overlap_refused_by_them": "({name} would rather send on: “{refused}”)",
    "overlap_refused_by_me": "(not a fit for you: “{refused}”)",
    "overlap_no_deal": "Your words name nothing that one of you could send the other.",
    "overlap_note": "🪞 For you alone, from /reflect: <i>{note}</i>",
    # Prospects
    "prospects_title": (
        "📇 <b>Your prospects</b>: collaborators outside the circle. Only you see this list.\n"
        "☎️ to call · ✅ called · ✉️ invited · 🤝 joined"
    ),
    "prospects_none": (
        "📇 Nobody noted yet. Whom outside your circle would you like to work with? Tap below, or send\n"
        "<code>/prospects Pat Lowe – runs the florists’ guild</code>"
    ),
    "prospect_line": "{sign} <b>{name}</b> – {line}",
    "prospect_bare": "{sign} <b>{name}</b>",
    "state_to_call": "To call",
    "state_called": "Called",
    "state_invited": "Invited",
    "state_joined": "Joined",
    "button_add_prospect": "➕ Add somebody",
    "button_all_prospects": "📇 All prospects",
    "button_drop_prospect": "🗑 Delete",
    "button_invite": "✉️ Invite to {circle}",
    "button_send_invitation": "✉️ Choose a chat and send it",
    "button_show_member": "👤 Show them",
    "prospect_write": (
        "Who is it? A name, and after a dash a line on why: <i>Pat Lowe – runs the florists’ guild</i>. No phone "
        "number or address. /cancel if you’d rather not."
    ),
    "prospect_left_out": "✂️ I left out how to reach {name}: they have not agreed that I keep it.",
    "prospect_contact": (
        "I don’t keep how to reach people who have not agreed to it. A name, please, and a line on why if you like."
    ),
    "prospect_full": "Your list of prospects is full. Delete somebody first: /prospects",
    "prospect_gone": "That name is not on your list any more.",
    "prospect_deleted": "🗑 Deleted from your prospects.",
    "prospect_is_member": "👥 {name} is in your circle already, so they are no prospect.",
    "invitation": (
        "✉️ For {name}. I never write to them myself: tap to copy it, or choose a chat.\n\n<code>{words}</code>"
    ),
    "invitation_words": (
        "Hi {name}, some of us send each other the clients who fit somebody else better, in a circle called {circle}. "
        "I thought of you. If you like the idea, I’ll add you to our Telegram group; then one tap lets you in:"
    ),
    # Holidays
    "paused": "⏸ Enjoy your holiday. No offers and no nudges until you say /resume.",
    "paused_days.one": "⏸ Enjoy your holiday. No offers and no nudges for {n} day.",
    "paused_days.other": "⏸ Enjoy your holiday. No offers and no nudges for {n} days.",
    "pause_how": "For how many days? /pause 7, say – up to {most} – or just /pause until you come back.",
    "button_resume": "▶️ I’m back",
    "resumed": "▶️ Welcome back! Offers and nudges go on.",
    "not_paused": "You are not on holiday; offers and nudges are on.",
    "welcome_back": "▶️ Welcome back! Your holiday is over, so offers and nudges go on. Longer? /pause",
    # Hosts
    "circle_settings": (
        "⚙️ <b>{title}</b>\nMembers asked at a time: {size}\nTime to answer: {wait}\nA request stays open: {expiry}\n"
        "“How did it go?” after: {follow_up}\nTime zone: {zone}\n\n"
        "Below, in this order: members at a time, time to answer, open for, follow-up."
    ),
    "button_zone": "🕑 Time zone",
    "button_exposure": "📊 Who was asked",
    "exposure_title": "📊 <b>{title}</b>, the last {days} days: asked · asked first · said yes",
    "exposure_line": "{name}: {asked} · {first} · {claimed}",
    "circle_zone_question": "What is the time zone of <b>{title}</b>? Name a place (Bristol) or an offset (+2).",
    "hosts_only": "That is for the admins of this group.",
    # Data and help
    "export_caption": "Everything I keep about you, and nothing of anybody else’s secrets.",
    "forget_sure": (
        "Shall I delete everything I know of you – statements, answers, requests, introductions? Others keep their own "
        "history without your name. <b>This cannot be undone.</b>"
    ),
    "button_forget_yes": "🗑 Delete everything",
    "button_forget_no": "Keep it",
    "forgotten": "Done – everything is deleted. If you ever come back, start with the button in your group.",
    "forget_kept": "Nothing was deleted.",
    "privacy": (
        "🔒 <b>What I read:</b> commands, replies to me and mentions of me. Nothing else in the group.\n"
        "<b>What I keep:</b> what you tell me here, your requests and answers, who was introduced to whom; of "
        "a client you hand on, how to reach them, until 30 days after the outcome.\n"
        "<b>Who sees it:</b> members of your circle see your statements. The group sees where a request stands – never "
        "who was asked or who passed. Contact details are hidden until somebody says yes, and then only the two of you "
        "see them.\n/export shows everything, /forget deletes it."
    ),
    "language_choose": "Which language shall I speak with you?",
    "language_en": "English",
    "language_de": "Deutsch",
    "language_set": "From now on I speak English with you.",
    "help_private": (
        "🎁 <b>Kringle</b> brings you asks that fit your perfect client.\n\n"
        "/profile – what I know of you, to change\n/who – people in your circles\n"
        "/refer – hand on a client\n/stats – what you gave and received\n/nudge – your daily call\n"
        "/challenge – 21 days, one new collaborator a day\n"
        "/overlap – where you and another member differ\n/reflect – ten questions for you alone\n"
        "/prospects – people to win for the circle\n"
        "/pause, /resume – a holiday\n/export, /forget, /privacy – your data\n/language – your language\n\n"
        "To ask for somebody, type /need in your group."
    ),
    "help_group": (
        "🎁 Need the right person for a client? Type <code>/need</code> and who it is – or reply <code>/need</code> to "
        "a message. I ask fitting members in private and introduce the one who says yes.\n/circle – who is in it"
    ),
    "cancelled": "All right, never mind.",
    "cancelled_questions": "All right, we stop here. What you said is kept; /start goes on where we were.",
    "nothing_to_cancel": "There is nothing to cancel.",
    "not_waiting": (
        "I’m not waiting for an answer just now. /help shows what I can do; to ask for somebody, type /need in your "
        "group."
    ),
    "unknown_command": "I don’t know that command. /help shows what I can do.",
    "only_in_group": "That works in your group: type it there.",
    "only_in_private": "That works in our private chat, where only you see it.",
    "button_open_chat": "💬 Open our chat",
    "button_outdated": "That button is from an older version. Please ask for a new one.",
    "button_unknown": "That button doesn’t work. Please ask for a new one.",
    "button_too_many": "That’s a lot of taps at once. Please wait a minute and tap again.",
    "went_wrong": "Something went wrong on my side and I couldn’t do that. Please try once more.",
    # The menu
    "command_need": "Ask the circle for the right person",
    "command_circle": "What this circle is and who is in it",
    "command_profile": "What I know of you, to change",
    "command_who": "People in your circles",
    "command_refer": "Hand on a client who is not a perfect fit",
    "command_stats": "What I gave and received, calls, thanks",
    "command_nudge": "Your daily call: hour, on, off",
    "command_challenge": "21 days, one new collaborator a day",
    "command_reflect": "Ten questions about your trade, for you alone",
    "command_overlap": "Where you and another member overlap and differ",
    "command_prospects": "Collaborators outside the circle",
    "command_pause": "A holiday from offers and nudges",
    "command_resume": "Back from the holiday",
    "command_language": "My language",
    "command_export": "Everything I keep about you",
    "command_forget": "Delete everything about you",
    "command_privacy": "What is read, kept and seen",
    "command_help": "What I can do",
    "command_cancel": "Never mind",
}
