"""Kringle, a Telegram bot for referral circles.

Read in this order: `domain` (the rules), `actions` (what can happen), `storage` (where it is kept), `handlers` (what a
person can do in Telegram, starting with its table of contents), `runtime` (how updates come in and messages go out),
`app` (how it is wired together). `matching` finds the right member; `locales` holds every text; `sandbox` is a
look-alike of Telegram to try it all without one.
"""
