"""Keeps the bot going: updates in, requests matched, messages out, due rows looked at, health told."""
