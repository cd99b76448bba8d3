"""What an agreement is worth: learnt from the files, kept from run to run."""
