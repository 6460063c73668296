"""A site's nodes become views, views and templates become text."""
