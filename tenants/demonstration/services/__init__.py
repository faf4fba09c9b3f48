"""Laying out the demonstration through the services that people use; each module says in which schema it runs.

opening      public      the seven agencies and what they set of their regulations
units        agency      employers, using units, specialties
people       public      accounts, profiles and grants of staff and experts
pool         agency      experts and their terms
committees   agency      committees and the panels of earlier years
cases        agency      campaigns and applications in every state, a running public notice
    draws        agency      a draw that went its whole way, requests that wait
"""
