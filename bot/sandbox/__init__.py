"""A strict look-alike of Telegram's Bot API with a web page of telephones; it knows nothing of the bot it serves.

Read it in this order: clock, text (what Telegram reads in a text), world (what there is and what happens), api (what
the bot may do), people and groups (what people may do), telegram (all of these together), web (over HTTP).
"""
