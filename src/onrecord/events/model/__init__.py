"""The learned second opinion on events: a small encoder, loaded only when it is asked."""
