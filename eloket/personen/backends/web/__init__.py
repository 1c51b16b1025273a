"""The sources that answer over the web: Haal Centraal BRP and the KvK, over one kind of connection."""
