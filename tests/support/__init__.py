"""What several tests need: values, waiting, PDFs made by our own code, running servers."""
