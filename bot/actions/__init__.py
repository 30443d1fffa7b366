"""What can happen, one function each. An action is given a transaction and `now`; it changes rows and puts what must
be said in the outbox as facts. It never talks to Telegram and never commits."""
