"""The world behind the look-alike: people, chats, messages, and the updates they cause. Knows no HTTP."""
