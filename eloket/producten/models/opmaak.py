"""What a redacteur may do in running text: enough for plain language, no lay-out."""

RICH = ["bold", "ol", "ul", "link", "h3"]
