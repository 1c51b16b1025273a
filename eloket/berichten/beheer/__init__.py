"""The desks of berichten in the Wagtail admin: words for redacteuren, letters for employees."""
