"""How Telegram reads text: lengths in UTF-16, HTML mode, entities found by themselves. Knows no chats and no people."""
