from django.urls import path

from landsby.web.photos import views

app_name = "photos"

urlpatterns = [
    path("photos/<int:pk>/", views.photo_page, name="photo"),
    path("photos/<int:pk>/change/", views.change, name="change"),
    path("photos/<int:pk>/remove/", views.remove, name="remove"),
    path("photos/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("photos/<int:pk>/large.jpg", views.large, name="large"),
    path("photos/<int:pk>/small.jpg", views.small, name="small"),
]
