from django.urls import path

from concertation.views import reunion, reunions

urlpatterns = [
    path("", reunions.concertation, name="concertation"),
    path("reunions/", reunions.reunions, name="reunions"),
    path("reunions/<int:pk>/", reunion.reunion, name="reunion"),
]
