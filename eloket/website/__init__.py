"""The frame of every page: BasePage, content blocks, site settings, design, response cache.

Called by every app that shows a page.
"""
