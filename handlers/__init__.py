"""Speaks Telegram: what a person can do, one update at a time, and how facts become messages."""
