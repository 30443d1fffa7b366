"""The look-alike over HTTP: the bot's door, the people's control door, the page, the webhook's deliveries."""
